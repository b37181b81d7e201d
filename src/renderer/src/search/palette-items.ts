import { foldText } from '#shared/fold-text'
import type { Found, FoundConversation, FoundMessage } from '#shared/requests/search'

import type { Command } from '../ui/commands'

/** A line of the palette. */
export type PaletteItem =
  | { readonly kind: 'command'; readonly key: string; readonly command: Command }
  | { readonly kind: 'conversation'; readonly key: string; readonly conversation: FoundConversation }
  | { readonly kind: 'message'; readonly key: string; readonly message: FoundMessage }

/** So many commands stand beside what was found; typing on brings the others. */
const MOST_COMMANDS = 6

export interface PaletteGroup {
  readonly kind: PaletteItem['kind']
  readonly items: readonly PaletteItem[]
}

/** What can be done, then what was said. A group without a line is not there. */
export function toPaletteGroups(
  text: string,
  commands: readonly Command[],
  { conversations, messages }: Pick<Found, 'conversations' | 'messages'>,
): readonly PaletteGroup[] {
  const groups: readonly PaletteGroup[] = [
    {
      kind: 'command',
      items: matchCommands(text, commands).map((command) => ({
        ...({ kind: 'command', key: `command ${command.id}`, command } as const),
      })),
    },
    {
      kind: 'conversation',
      items: conversations.map((conversation) => ({
        ...({ kind: 'conversation', key: conversation.conversationId, conversation } as const),
      })),
    },
    {
      kind: 'message',
      items: messages.map((message) => ({ kind: 'message', key: message.messageId, message }) as const),
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** The commands that have every word of the query in their title or among their other words. */
function matchCommands(text: string, commands: readonly Command[]): readonly Command[] {
  const words = foldText(text.normalize('NFKC'))
    .split(' ')
    .filter((word) => word !== '')
  const matching = commands.filter(({ title, keywords = '' }) => {
    const folded = foldText(`${title} ${keywords}`)
    return words.every((word) => folded.includes(word))
  })
  return matching.slice(0, MOST_COMMANDS)
}
