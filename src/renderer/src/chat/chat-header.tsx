import { Activity, Settings, SquarePen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

import type { ModelChoice } from '#shared/model-choice'

import { IconButton } from '../ui/icon-button'
import { useHint } from '../ui/use-hint'
import styles from './chat-header.module.css'
import { ModelPicker } from './model-picker'

interface ChatHeaderProps {
  /** What comes first, where no list stands beside the conversation. That list has a button for a new one, too. */
  readonly lead?: ReactNode
  /** Buttons that come first on the other side. */
  readonly tools?: ReactNode
  readonly models: readonly ModelChoice[]
  readonly chosenModelId: string
  readonly onChooseModel: (modelId: string) => void
  readonly onNewConversation: () => void
  readonly isInspecting: boolean
  readonly onToggleInspector: () => void
  readonly onOpenSettings: () => void
}

export function ChatHeader({ lead, tools, models, chosenModelId, isInspecting, ...wishes }: ChatHeaderProps) {
  const words = useTranslations('header')
  const settings = useTranslations('settings')
  const hint = useHint()
  const { onChooseModel, onNewConversation, onToggleInspector, onOpenSettings } = wishes
  return (
    <header className={styles.header}>
      {lead}
      <h1 className={styles.name}>Nagare</h1>
      {models.length > 0 && <ModelPicker models={models} chosenId={chosenModelId} onChoose={onChooseModel} />}
      <span className={styles.space} />
      {tools}
      <IconButton
        icon={Activity}
        label={words('inspector')}
        hint={hint(words('inspector'), 'inspector')}
        isPressed={isInspecting}
        onPress={onToggleInspector}
      />
      {lead !== undefined && (
        <IconButton
          icon={SquarePen}
          label={words('newConversation')}
          hint={hint(words('newConversation'), 'new-conversation')}
          onPress={onNewConversation}
        />
      )}
      <IconButton
        icon={Settings}
        label={settings('open')}
        hint={hint(settings('open'), 'settings general')}
        onPress={onOpenSettings}
      />
    </header>
  )
}
