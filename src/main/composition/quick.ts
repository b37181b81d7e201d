import type { WebContents } from 'electron'

import { globalKeys, ownReach } from '../app/global-keys'
import { createQuickWindow } from '../app/quick-window'
import type { PageParts } from '../app/window'
import type { Windows } from '../app/windows'
import type { BridgeServer } from '../bridge/ipc'
import { quickHandlers } from '../desktop/quick-handlers'
import { createQuickKeys } from '../desktop/quick-keys'
import type { PreferenceStore } from '../settings/preferences'

export interface QuickParts {
  readonly page: PageParts
  readonly preferences: Pick<PreferenceStore, 'read' | 'follow'>
  readonly windows: Pick<Windows, 'endsUnseen' | 'focus'>
  readonly tell: BridgeServer['tell']
}

/** Joins the quick window to the keys that call it, and to the windows in which its conversations are read on. */
export function composeQuick({ page, preferences, windows, tell }: QuickParts) {
  const window = createQuickWindow({
    ...page,
    onShown: (contents: WebContents) => tell(contents, 'quickShown', {}),
    isLast: windows.endsUnseen,
  })
  const keys = createQuickKeys({ registrar: globalKeys, reach: ownReach(), onPress: window.toggle })
  keys.use(preferences.read().quickKeys)
  preferences.follow(({ values }) => keys.use(values.quickKeys))
  return {
    ...{ show: window.show, leave: window.leave },
    handlers: quickHandlers({
      ...{ keys, window },
      showConversation: (conversationId) =>
        tell(windows.focus().webContents, 'showConversation', { conversationId }),
    }),
  }
}
