import { Activity, Check, Copy, Info, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'

import type { Reply } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import { IconButton } from '../ui/icon-button'
import { type CopyOutcome, useCopy } from '../ui/use-copy'
import type { ModelDescription } from './describe-model'
import type { ForkPlace } from './forks'
import { MessageMenu } from './message-menu'
import type { MessageWishes } from './message-wishes'
import styles from './reply-actions.module.css'
import { ReplyDetailsList } from './reply-details-list'
import { useFold } from './use-fold'
import { VersionSwitch } from './version-switch'

interface ReplyActionsProps {
  /** With all that has arrived, which may be more than what is shown. */
  readonly reply: Reply
  readonly model: ModelDescription
  readonly models: readonly ModelChoice[]
  /** Where it stands among other answers to the same prompt. */
  readonly fork: ForkPlace | undefined
  readonly wishes: MessageWishes
  /** Its prompt was deleted. */
  readonly isWithoutPrompt: boolean
  readonly onInspect: (replyId: string) => void
}

/** Below a reply: copy it, see who spoke, and look behind it. */
export function ReplyActions({ reply, model, models, fork, wishes, ...rest }: ReplyActionsProps) {
  const { isWithoutPrompt, onInspect } = rest
  const words = useTranslations('reply')
  const [outcome, copy] = useCopy()
  const [isUnfolded, unfold] = useFold(`details ${reply.id}`)
  const hasDetails = reply.usage !== undefined || reply.details !== undefined
  const label = words(LABELS[outcome ?? 'idle'])
  return (
    <footer className={styles.actions}>
      {reply.text !== '' && (
        <IconButton icon={ICONS[outcome ?? 'idle']} label={label} onPress={() => void copy(reply.text)} />
      )}
      <span className="visually-hidden" role="status">
        {outcome !== undefined && label}
      </span>
      <IconButton icon={Activity} label={words('inspect')} onPress={() => onInspect(reply.id)} />
      {hasDetails && (
        <IconButton
          icon={Info}
          label={words('details')}
          isExpanded={isUnfolded}
          onPress={() => unfold(!isUnfolded)}
        />
      )}
      <MessageMenu message={reply} {...{ wishes, models, isWithoutPrompt }} />
      {fork !== undefined && (
        <VersionSwitch place={fork} onChoose={(id) => wishes.onChooseBranch(id, 'button')} />
      )}
      {model.isDemo ? (
        <span className={styles.demo} title={words('demoHint')}>
          {words('demo')}
        </span>
      ) : (
        <span>{model.name}</span>
      )}
      <ReplyFacts reply={reply} />
      {isUnfolded && hasDetails && (
        <ReplyDetailsList reply={reply} price={models.find(({ id }) => id === reply.modelId)?.price} />
      )}
    </footer>
  )
}

/** When it came and what it took, for those who look. */
function ReplyFacts({ reply: { createdAt, usage } }: Pick<ReplyActionsProps, 'reply'>) {
  const words = useTranslations('messageActions')
  const format = useFormatter()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <span className={styles.quiet}>
      <time dateTime={new Date(createdAt).toISOString()}>
        {format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short', timeZone })}
      </time>
      {usage !== undefined && <span>{words('tokens', { input: usage.input, output: usage.output })}</span>}
    </span>
  )
}

type CopyState = 'idle' | NonNullable<CopyOutcome>

const ICONS = { idle: Copy, copied: Check, failed: X } as const satisfies Record<CopyState, unknown>
const LABELS = { idle: 'copy', copied: 'copied', failed: 'copyFailed' } as const satisfies Record<
  CopyState,
  string
>
