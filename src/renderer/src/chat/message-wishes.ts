import type { RemedyWishes } from './reply-remedies'

/** What the reader can want of any message. */
export interface MessageWishes extends RemedyWishes {
  readonly onEdit: (promptId: string, text: string) => void
  /** By the model that is chosen now, or by another one. */
  readonly onRegenerate: (replyId: string, modelId?: string) => void
  readonly onChooseBranch: (messageId: string, by: 'button' | 'key') => void
  readonly onDelete: (messageId: string, scope: 'message' | 'branch') => void
  readonly onCopy: (messageId: string, form: 'markdown' | 'rich') => void
  readonly onFork: (messageId: string) => void
}
