import { Combobox } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'

import type { ModelChoice } from '#shared/model-choice'

import { keepComposition, keepPlainKeys } from '../ui/layer-keys'
import { useConnectionName } from '../ui/use-connection-name'
import type { ModelGroup } from './model-groups'
import styles from './model-picker.module.css'

/** What hangs from the picker: a field, and below it the models that fit what was typed. */
export function ModelMenu() {
  const words = useTranslations('header')
  const groupName = useGroupName()
  return (
    <Combobox.Portal>
      <Combobox.Positioner className={styles.place} positionMethod="fixed" sideOffset={4} align="start">
        <Combobox.Popup
          className={styles.sheet}
          aria-label={words('model')}
          onKeyDownCapture={keepComposition}
          onKeyDown={keepPlainKeys}
        >
          <Combobox.Input
            className={styles.field}
            aria-label={words('findModel')}
            placeholder={words('findModel')}
            spellCheck={false}
          />
          <Combobox.Empty className={styles.empty}>{words('noModelFits')}</Combobox.Empty>
          <Combobox.List className={styles.list}>
            {(group: ModelGroup) => (
              <Combobox.Group key={group.connection?.id ?? ''} items={group.items}>
                <Combobox.GroupLabel className={styles.group}>{groupName(group)}</Combobox.GroupLabel>
                <Combobox.Collection>
                  {(model: ModelChoice) => (
                    <ModelRow key={model.id} model={model} isElsewhere={group.connection === undefined} />
                  )}
                </Combobox.Collection>
              </Combobox.Group>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  )
}

interface ModelRowProps {
  readonly model: ModelChoice
  /** Not under its connection, so that it has to name it. */
  readonly isElsewhere: boolean
}

function ModelRow({ model, isElsewhere }: ModelRowProps) {
  const words = useTranslations('header')
  const format = useFormatter()
  const nameOf = useConnectionName()
  const { name, connection, contextWindow } = model
  const window = contextWindow === undefined ? '' : format.number(contextWindow, { notation: 'compact' })
  const facts = [
    isElsewhere ? nameOf(connection) : '',
    window === '' ? '' : words('contextWindow', { tokens: window }),
  ]
  return (
    <Combobox.Item value={model} className={styles.row}>
      <Combobox.ItemIndicator className={styles.mark} keepMounted>
        <Check size="0.875rem" strokeWidth={2} aria-hidden />
      </Combobox.ItemIndicator>
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </Combobox.Item>
  )
}

function useGroupName(): (group: ModelGroup) => string {
  const words = useTranslations('header')
  const nameOf = useConnectionName()
  return ({ connection }) => (connection === undefined ? words('favourites') : nameOf(connection))
}
