import type { MessageWishes } from '../chat/message-wishes'

const nothing = () => {}

/** A reader who wants nothing of a message, but for what is given. */
export function createWishes(wishes: Partial<MessageWishes> = {}): MessageWishes {
  return {
    onTryAgain: nothing,
    onContinue: nothing,
    onEdit: nothing,
    onRegenerate: nothing,
    onChooseBranch: nothing,
    onDelete: nothing,
    onCopy: nothing,
    onFork: nothing,
    ...wishes,
  }
}
