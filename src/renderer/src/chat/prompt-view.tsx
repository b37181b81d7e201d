import { Check, Copy, Pencil } from 'lucide-react'
import { memo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { Prompt } from '#shared/message'

import { IconButton } from '../ui/icon-button'
import { languageOf } from '../ui/language-of'
import { useCopy } from '../ui/use-copy'
import type { ForkPlace } from './forks'
import actions from './message-actions.module.css'
import { MessageMenu } from './message-menu'
import type { MessageWishes } from './message-wishes'
import { PromptEditor } from './prompt-editor'
import styles from './prompt-view.module.css'
import { VersionSwitch } from './version-switch'

/** Which message of how many, where not all of them are in the page. */
export interface MessagePlace {
  readonly position?: number
  readonly setSize?: number
}

interface PromptViewProps extends MessagePlace {
  readonly prompt: Prompt
  readonly fork: ForkPlace | undefined
  readonly canSend: boolean
  readonly wishes: MessageWishes
}

/** What the reader asked, exactly as typed, and what can be done with it. */
export const PromptView = memo(function PromptView({
  prompt,
  fork,
  canSend,
  wishes,
  ...place
}: PromptViewProps) {
  const words = useTranslations('prompt')
  const [isEditing, setIsEditing] = useState(false)
  const { id, text } = prompt
  return (
    <article
      className={styles.prompt}
      aria-label={words('label')}
      aria-posinset={place.position}
      aria-setsize={place.setSize}
    >
      {isEditing ? (
        <PromptEditor
          text={text}
          canSend={canSend}
          onSend={(next) => {
            setIsEditing(false)
            wishes.onEdit(id, next)
          }}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <p className={styles.bubble} data-prompt-text lang={languageOf(text)}>
          {text}
        </p>
      )}
      {!isEditing && (
        <PromptActions
          {...{ prompt, fork, wishes }}
          isDisabled={!canSend}
          onEdit={() => setIsEditing(true)}
        />
      )}
    </article>
  )
})

interface PromptActionsProps extends Pick<PromptViewProps, 'prompt' | 'fork' | 'wishes'> {
  readonly isDisabled: boolean
  readonly onEdit: () => void
}

function PromptActions({ prompt, fork, wishes, isDisabled, onEdit }: PromptActionsProps) {
  const words = useTranslations('messageActions')
  const format = useFormatter()
  const [outcome, copy] = useCopy()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const time = format.dateTime(prompt.createdAt, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <footer className={actions.actions}>
      <span className={actions.quiet}>
        <time className={actions.time} dateTime={new Date(prompt.createdAt).toISOString()}>
          {time}
        </time>
        <IconButton
          icon={outcome === 'copied' ? Check : Copy}
          label={words(outcome === 'copied' ? 'copied' : 'copyMarkdown')}
          onPress={() => void copy(prompt.text)}
        />
        <IconButton icon={Pencil} label={words('edit')} isDisabled={isDisabled} onPress={onEdit} />
        <MessageMenu message={prompt} wishes={wishes} />
      </span>
      {fork !== undefined && (
        <VersionSwitch place={fork} onChoose={(id) => wishes.onChooseBranch(id, 'button')} />
      )}
    </footer>
  )
}
