import type { Events } from '#shared/contract'

import { createQuit } from '../app/ask-quit'
import type { Windows } from '../app/windows'
import type { Words } from '../app/words'
import type { BridgeServer } from '../bridge/ipc'
import type { OpenedConversations } from '../conversations/open-conversations'
import type { ReplySignals } from '../desktop/reply-signals'
import type { PreferenceStore } from '../settings/preferences'
import { composeLogin } from './login'
import { composeRecents } from './recents'
import { composeReplySignals } from './reply-signals'
import type { SettingsParts } from './settings'
import { composeTray } from './tray'

export interface DesktopParts extends Pick<SettingsParts, 'settingsWords'> {
  readonly preferences: PreferenceStore
  readonly history: Extract<OpenedConversations, { readonly ok: true }>
  readonly windows: Pick<Windows, 'focus'>
  readonly words: () => Words
  readonly tell: BridgeServer['tell']
  readonly openQuick: () => void
  readonly isBusy: () => boolean
  readonly log: (what: string, cause: unknown) => void
}

/** Tells the page of the window in front; of one that is opened for it, if there is none. */
type Tell = <Name extends keyof Events>(name: Name, event: Events[Name]) => void

/** What the desktop shows of the app outside of its windows: the tray, recent conversations, notices, and the start at login. */
export function composeDesktop({ log, ...parts }: DesktopParts) {
  const { preferences, history, windows, words, tell, isBusy } = parts
  const tellFront: Tell = (name, event) => tell(windows.focus().webContents, name, event)
  const openSettings = (): void => tellFront('openSettings', {})
  const doors = {
    openConversation: (conversationId: string) => tellFront('showConversation', { conversationId }),
    startConversation: () => tellFront('startConversation', {}),
  }
  const ask = createQuit(words, isBusy)
  const quit = (): void => void ask()
  const tray = composeTray({ ...parts, ...doors, openSettings, quit })
  const login = composeLogin({
    preferences,
    onFailure: (cause) => log('The start at login was not set', cause),
  })
  const recents = composeRecents({ ...doors, preferences, words, list: history.list })
  const signals = composeReplySignals({
    ...{ preferences, history, words, focus: windows.focus },
    show: (contents, conversationId) => tell(contents, 'showConversation', { conversationId }),
  })
  const onReply: ReplySignals['changed'] = (...change) => {
    signals.changed(...change)
    tray.changed(...change)
  }
  const menu = {
    quit,
    updates: () => tellFront('openUpdates', {}),
    tellWish: (wish: Events['portableWish']['wish']) => tellFront('portableWish', { wish }),
  }
  return { openSettings, menu, onReply, onListChange: recents.changed, startsHidden: login.startsHidden }
}
