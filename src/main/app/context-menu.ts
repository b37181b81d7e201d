import { clipboard, Menu, type MenuItemConstructorOptions, shell, type WebContents } from 'electron'

import { type ContextItem, contextItems } from '../desktop/context-items'
import { judgeLink } from './judge-link'
import type { Words } from './words'

/** What can be done where the second button was pressed. The page's own menus come before it. */
export function offerContextMenu(contents: WebContents, words: () => Words): void {
  contents.on('context-menu', (_, { linkURL, ...place }) => {
    const items = contextItems({ ...place, link: judgeLink(linkURL) })
    if (items.length === 0) return
    Menu.buildFromTemplate(items.map((item) => toTemplate(item, { words: words(), contents }))).popup()
  })
}

interface MenuPlace {
  readonly words: Words
  readonly contents: WebContents
}

function toTemplate(item: ContextItem, { words, contents }: MenuPlace): MenuItemConstructorOptions {
  const { menu, context } = words
  switch (item.kind) {
    case 'line':
      return { type: 'separator' }
    case 'role':
      return { role: item.role, label: menu[item.role], enabled: item.isEnabled }
    case 'suggestion':
      return { label: item.word, click: () => contents.replaceMisspelling(item.word) }
    case 'no-suggestion':
      return { label: context.noSuggestion, enabled: false }
    case 'add-word':
      return {
        label: context.addWord,
        click: () => void contents.session.addWordToSpellCheckerDictionary(item.word),
      }
    case 'open-link':
      // A system without a browser or mail program says so itself.
      return { label: context.openLink, click: () => void shell.openExternal(item.link).catch(() => {}) }
    case 'copy-link':
      return { label: context.copyLink, click: () => void clipboard.writeText(item.link) }
  }
}
