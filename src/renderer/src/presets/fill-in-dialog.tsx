import { CornerDownLeft } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'

import { ActionButton } from '../ui/action-button'
import { Dialog } from '../ui/dialog'
import { onSendKey } from '../ui/on-enter'
import { usePreference } from '../ui/preferences'
import { TextArea } from '../ui/text-area'
import type { Variable } from './fill-in'
import styles from './presets.module.css'

interface FillInDialogProps {
  readonly name: string
  /** At least one. */
  readonly variables: readonly Variable[]
  readonly onFilled: (values: ReadonlyMap<string, string>) => void
  readonly onLeave: () => void
}

/** Asks for what a prompt leaves open. The keys that send a message put it in; a field that is left empty is nothing. */
export function FillInDialog({ name, variables, onFilled, onLeave }: FillInDialogProps) {
  const words = useTranslations('presets')
  const sendKey = usePreference('sendKey')
  const id = useId()
  const [values, setValues] = useState<ReadonlyMap<string, string>>(
    () => new Map(variables.map((variable) => [variable.name, variable.usual])),
  )
  const fill = (): void => onFilled(values)

  return (
    <Dialog
      isOpen
      onClose={onLeave}
      title={name}
      description={words('fillIn')}
      actions={<ActionButton icon={CornerDownLeft} label={words('insert')} isPrimary onPress={fill} />}
    >
      {variables.map((variable, index) => (
        <div key={variable.name} className={styles.field}>
          <label htmlFor={`${id}${index}`}>{variable.name}</label>
          <TextArea
            id={`${id}${index}`}
            className={styles.value}
            rows={1}
            autoFocus={index === 0}
            value={values.get(variable.name) ?? ''}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setValues(new Map(values).set(variable.name, event.target.value))}
            onKeyDown={onSendKey(sendKey, fill)}
          />
        </div>
      ))}
    </Dialog>
  )
}
