import { clipboard, Menu, type MenuItemConstructorOptions, shell, type WebContents } from 'electron'

import { type ContextItem, contextItems } from '../desktop/context-items'
import { judgeLink } from './judge-link'
import type { Words } from './words'

/** What can be done where the second button was pressed. The page's own menus come before it. */
export function offerContextMenu(contents: WebContents, words: () => Words): void {
  contents.on('context-menu', (_, { isEditable, selectionText, linkURL, editFlags }) => {
    const items = contextItems({ isEditable, selectionText, link: judgeLink(linkURL), editFlags })
    if (items.length === 0) return
    Menu.buildFromTemplate(items.map((item) => toTemplate(item, words()))).popup()
  })
}

function toTemplate(item: ContextItem, { menu, context }: Words): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' }
    case 'role':
      return { role: item.role, label: menu[item.role], enabled: item.isEnabled }
    case 'open-link':
      // A system without a browser or mail program says so itself.
      return { label: context.openLink, click: () => void shell.openExternal(item.link).catch(() => {}) }
    case 'copy-link':
      return { label: context.copyLink, click: () => void clipboard.writeText(item.link) }
  }
}
