import { Combobox } from '@base-ui/react/combobox'
import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'

import type { ModelChoice } from '#shared/model-choice'

import { useFitsModel } from '../ui/use-fits-model'
import { toModelGroups } from './model-groups'
import { ModelMenu } from './model-menu'
import styles from './model-picker.module.css'

/** As many as can be looked through; a few letters find the others. */
const MOST_SHOWN = 200

interface ModelPickerProps {
  readonly models: readonly ModelChoice[]
  readonly chosenId: string
  readonly onChoose: (modelId: string) => void
}

/** The models by connection, found by a few letters. */
export function ModelPicker({ models, chosenId, onChoose }: ModelPickerProps) {
  const words = useTranslations('header')
  const fitsModel = useFitsModel()
  const groups = useMemo(() => toModelGroups(models), [models])
  const chosen = models.find(({ id }) => id === chosenId) ?? null
  return (
    <Combobox.Root
      items={groups}
      value={chosen}
      onValueChange={(model) => model !== null && onChoose(model.id)}
      itemToStringLabel={({ name }) => name}
      isItemEqualToValue={(model, other) => model.id === other.id}
      filter={fitsModel}
      limit={MOST_SHOWN}
      autoHighlight
    >
      <Combobox.Trigger className={styles.picker} aria-label={words('model')}>
        <span className={styles.chosen}>{chosen?.name ?? words('noModel')}</span>
        <ChevronDown className={styles.chevron} size="0.875rem" strokeWidth={2} aria-hidden />
      </Combobox.Trigger>
      <ModelMenu />
    </Combobox.Root>
  )
}
