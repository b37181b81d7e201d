import { Copy, FileText, GitBranch, RotateCw, Sparkles, Trash2 } from 'lucide-react'

import type { ModelChoice } from '#shared/model-choice'

import type { MenuEntry } from '../ui/menu-entry'
import type { MessageWishes } from './message-wishes'

type Word =
  | 'copyMarkdown'
  | 'copyRich'
  | 'fork'
  | 'deleteOne'
  | 'deleteBranch'
  | 'regenerate'
  | 'regenerateWith'
  | 'promptGone'

export interface MessageEntriesParts {
  readonly id: string
  readonly words: (word: Word) => string
  readonly wishes: MessageWishes
  /** Of a reply: by which models it can be answered once more. */
  readonly models?: readonly ModelChoice[]
  /** The message is still coming. */
  readonly isLive: boolean
  /** The reply's prompt was deleted: there is nothing left to answer. */
  readonly isWithoutPrompt?: boolean
}

/** The menu of a message: what is wanted less often than its buttons. */
export function messageEntries(parts: MessageEntriesParts): MenuEntry[] {
  const { id, words, wishes, isLive } = parts
  return [
    ...againEntries(parts),
    {
      kind: 'action',
      icon: Copy,
      label: words('copyMarkdown'),
      onPress: () => wishes.onCopy(id, 'markdown'),
    },
    { kind: 'action', icon: FileText, label: words('copyRich'), onPress: () => wishes.onCopy(id, 'rich') },
    {
      ...{ kind: 'action', icon: GitBranch, label: words('fork'), isDisabled: isLive },
      onPress: () => wishes.onFork(id),
    },
    { kind: 'line' },
    {
      ...{ kind: 'action', icon: Trash2, label: words('deleteOne'), isDangerous: true },
      onPress: () => wishes.onDelete(id, 'message'),
    },
    {
      ...{ kind: 'action', icon: Trash2, label: words('deleteBranch'), isDangerous: true },
      onPress: () => wishes.onDelete(id, 'branch'),
    },
  ]
}

function againEntries({
  id,
  words,
  wishes,
  models,
  isLive,
  isWithoutPrompt = false,
}: MessageEntriesParts): readonly MenuEntry[] {
  if (models === undefined) return []
  if (isWithoutPrompt) {
    return [
      { kind: 'action', icon: RotateCw, label: words('promptGone'), isDisabled: true, onPress: () => {} },
      { kind: 'line' },
    ]
  }
  return [
    {
      ...{ kind: 'action', icon: RotateCw, label: words('regenerate'), isDisabled: isLive },
      onPress: () => wishes.onRegenerate(id),
    },
    {
      ...{ kind: 'list', icon: Sparkles, label: words('regenerateWith'), isDisabled: isLive },
      entries: models.map((model): MenuEntry => ({
        ...{ kind: 'action', label: model.name },
        onPress: () => wishes.onRegenerate(id, model.id),
      })),
    },
    { kind: 'line' },
  ]
}
