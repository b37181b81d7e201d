import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'use-intl'

import type { ModelChoice } from '#shared/model-choice'

import styles from './model-picker.module.css'

interface ModelPickerProps {
  readonly models: readonly ModelChoice[]
  readonly chosenId: string
  readonly onChoose: (modelId: string) => void
}

/** The models by provider. Native, so that the keyboard and every screen reader know it already. */
export function ModelPicker({ models, chosenId, onChoose }: ModelPickerProps) {
  const words = useTranslations('header')
  const providers = useTranslations('providers')
  return (
    <span className={styles.picker}>
      <select
        className={styles.select}
        aria-label={words('model')}
        value={chosenId}
        onChange={(event) => onChoose(event.target.value)}
      >
        {connectionsOf(models).map(({ id: connectionId, name: title }) => (
          <optgroup key={connectionId} label={isWorded(connectionId) ? providers(connectionId) : title}>
            {models
              .filter(({ connection }) => connection.id === connectionId)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <ChevronDown className={styles.chevron} size="0.875rem" strokeWidth={2} aria-hidden />
    </span>
  )
}

/** Every connection once, in the order of its first model. */
function connectionsOf(models: readonly ModelChoice[]) {
  return [...new Map(models.map(({ connection }) => [connection.id, connection])).values()]
}

/** These two are no products with a proper name. */
function isWorded(connectionId: string): connectionId is 'demo' | 'recording' {
  return connectionId === 'demo' || connectionId === 'recording'
}
