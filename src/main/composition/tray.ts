import { createTrayIcon } from '../app/tray'
import type { Windows } from '../app/windows'
import type { Words } from '../app/words'
import type { OpenedConversations } from '../conversations/open-conversations'
import { createComingReplies } from '../desktop/coming-replies'
import { type TrayCommand, trayItems } from '../desktop/tray-items'
import type { PreferenceStore } from '../settings/preferences'
import type { SettingsParts } from './settings'

export interface TrayParts extends Pick<SettingsParts, 'settingsWords'> {
  readonly preferences: Pick<PreferenceStore, 'read' | 'follow'>
  readonly history: Pick<Extract<OpenedConversations, { readonly ok: true }>, 'list'>
  readonly windows: Pick<Windows, 'focus'>
  readonly words: () => Words
  readonly openQuick: () => void
  readonly openSettings: () => void
  readonly startConversation: () => void
  readonly openConversation: (conversationId: string) => void
  readonly quit: () => void
}

/** Joins the tray to the settings, the answers that are coming, and the windows. */
export function composeTray(parts: TrayParts) {
  const { preferences, history, windows, words, settingsWords } = parts
  const coming = createComingReplies()
  const commands: Readonly<Record<TrayCommand, () => void>> = {
    newConversation: parts.startConversation,
    quickQuestion: parts.openQuick,
    settings: parts.openSettings,
    quit: parts.quit,
  }
  const icon = createTrayIcon({
    onPress: windows.focus,
    onCommand: (command) => commands[command](),
    onReply: parts.openConversation,
  })

  function draw(): void {
    if (!preferences.read().tray) return icon.remove()
    const { tray, quickQuestion, menu } = words()
    const labels = { ...tray, quickQuestion, settings: settingsWords().open, quit: menu.quit }
    const replies = coming.conversationIds().map((conversationId) => ({
      conversationId,
      title: history.list.rows([conversationId])[0]?.title ?? '',
    }))
    icon.show(trayItems(labels, replies))
  }

  draw()
  preferences.follow(draw)
  return {
    changed: (...[conversationId, reply, isOver]: Parameters<typeof coming.changed>): void => {
      coming.changed(conversationId, reply, isOver)
      draw()
    },
  }
}
