import { shorten } from '../conversations/to-title'

export interface TrayWords {
  readonly newConversation: string
  /** Above the answers that are coming. */
  readonly coming: string
  readonly untitled: string
}

export interface TrayLabels extends TrayWords {
  readonly quickQuestion: string
  readonly settings: string
  readonly quit: string
}

/** A conversation in which an answer is coming. */
export interface ComingReply {
  readonly conversationId: string
  /** Empty: none. */
  readonly title: string
}

export type TrayCommand = 'newConversation' | 'quickQuestion' | 'settings' | 'quit'

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'command'; readonly command: TrayCommand; readonly label: string }
  | { readonly kind: 'reply'; readonly conversationId: string; readonly label: string }

/** More would push the commands away. */
const MOST_REPLIES = 3
const MOST_CHARACTERS = 40

/** What the tray's menu offers, with the answers that came last first. */
export function trayItems(labels: TrayLabels, coming: readonly ComingReply[]): readonly TrayItem[] {
  const command = (name: TrayCommand): TrayItem => ({ kind: 'command', command: name, label: labels[name] })
  const replies = coming.slice(0, MOST_REPLIES).map(({ conversationId, title }): TrayItem => ({
    ...{ kind: 'reply', conversationId },
    label: title === '' ? labels.untitled : shorten(title, MOST_CHARACTERS),
  }))
  return [
    command('newConversation'),
    command('quickQuestion'),
    ...(replies.length === 0
      ? []
      : ([{ kind: 'line' }, { kind: 'heading', label: labels.coming }, ...replies] as const)),
    { kind: 'line' },
    command('settings'),
    command('quit'),
  ]
}
