import { useTranslations } from 'use-intl'

import { useNotify } from '../ui/notices'
import { writeRichText } from '../ui/write-clipboard'
import { distance, findMessage, messageOf, topAt } from './message-element'
import type { MessageWishes } from './message-wishes'
import type { RemedyWishes } from './reply-remedies'
import { toRichText } from './to-rich-text'
import { useChatSession } from './use-chat'
import type { FollowedView } from './use-follow-end'

export interface MessageWishesOptions extends Pick<FollowedView, 'scroller' | 'isFollowing' | 'hold'> {
  readonly remedies: RemedyWishes
  /** A new answer is on its way. */
  readonly onAsked: () => void
  readonly backToField: () => void
}

/** A block of code is a group, too. */
const VERSIONS = '[data-versions]'

/** Has done what is wanted of a message; what takes something away offers the way back. */
export function useMessageWishes(options: MessageWishesOptions): MessageWishes {
  const { scroller, isFollowing, hold, remedies, onAsked, backToField } = options
  const words = useTranslations('messageActions')
  const session = useChatSession()
  const notify = useNotify()

  async function remove(messageId: string, scope: 'message' | 'branch'): Promise<void> {
    const undo = await session.deleteMessage(messageId, scope)
    backToField()
    if (undo === undefined) return
    const text = words(scope === 'message' ? 'deletedOne' : 'deletedBranch')
    notify({ text, undo: () => void undo() })
  }

  /**
   * The buttons went with the version that was left: the focus goes to those of the new one. They stand where they were
   * pressed; after a key, which works anywhere in a message, the new version begins where the other began.
   */
  async function choose(messageId: string, by: 'button' | 'key'): Promise<void> {
    const left = messageOf(document.activeElement)
    const partOf = (message: Element | null) =>
      (by === 'button' ? message?.querySelector(VERSIONS) : message) ?? undefined
    const before = partOf(left)
    const top = scroller === null || before === undefined ? undefined : distance(scroller, before)
    await session.chooseBranch(messageId)
    requestAnimationFrame(() => {
      if (scroller === null) return
      const message = findMessage(scroller, messageId)
      message?.querySelector<HTMLElement>(`${VERSIONS} button:enabled`)?.focus({ preventScroll: true })
      if (isFollowing || top === undefined) return
      hold(() => {
        const part = partOf(findMessage(scroller, messageId))
        return part === undefined ? undefined : topAt(scroller, part, top)
      })
    })
  }

  async function copy(messageId: string, form: 'markdown' | 'rich'): Promise<void> {
    const { text } = session.store.getState().messages.find(({ id }) => id === messageId) ?? { text: '' }
    // As it stands in the page: only there it was made of Markdown.
    const page = scroller === null ? null : findMessage(scroller, messageId)
    const said = page?.querySelector('[data-reply-text], [data-prompt-text]')
    try {
      if (form === 'markdown' || !said) await navigator.clipboard.writeText(text)
      else await writeRichText(text, toRichText(said))
      notify({ text: words('copied') })
    } catch {
      notify({ text: words('copyFailed') })
    }
  }

  async function fork(messageId: string): Promise<void> {
    if (await session.fork(messageId)) notify({ text: words('forked') })
    backToField()
  }

  return {
    ...remedies,
    onEdit: (promptId, text) => {
      void session.edit(promptId, text)
      onAsked()
      backToField()
    },
    onRegenerate: (replyId, modelId) => {
      void session.regenerate(replyId, modelId)
      onAsked()
      backToField()
    },
    onChooseBranch: (messageId, by) => void choose(messageId, by),
    onDelete: (messageId, scope) => void remove(messageId, scope),
    onCopy: (messageId, form) => void copy(messageId, form),
    onFork: (messageId) => void fork(messageId),
  }
}
