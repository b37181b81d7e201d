import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { AppError } from '#shared/app-error'
import type { ModelParameters } from '#shared/parameters'
import type { ParameterAnswers } from '#shared/requests/parameters'
import type { Result } from '#shared/result'

import { useErrorSentence } from '../i18n/use-error-sentence'
import { Dialog } from '../ui/dialog'
import { ParameterFields } from './parameter-fields'
import styles from './parameters.module.css'
import { RequestView, type RequestViewProps } from './request-view'

/** What goes with the open conversation to the model that is chosen. */
export interface ParametersSource extends RequestViewProps {
  readonly modelName: string
  readonly read: () => Promise<Result<ParameterAnswers['readParameters']>>
  /** All that holds from now on. */
  readonly keep: (own: ModelParameters) => Promise<Result<void>>
}

interface ParametersDialogProps extends ParametersSource {
  readonly onClose: () => void
}

/** What goes with this conversation to its model. Saved at once. */
export function ParametersDialog({ modelName, read, keep, showRequest, onClose }: ParametersDialogProps) {
  const words = useTranslations('parameters')
  const toSentence = useErrorSentence()
  const [known, setKnown] = useState<ParameterAnswers['readParameters']>()
  const [trouble, setTrouble] = useState<AppError>()

  useEffect(() => {
    void read().then((answer) => {
      if (answer.ok) setKnown(answer.value)
      else setTrouble(answer.error)
    })
  }, [read])

  async function change(own: ModelParameters): Promise<void> {
    if (known !== undefined) setKnown({ ...known, own })
    const answer = await keep(own)
    setTrouble(answer.ok ? undefined : answer.error)
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={words('title')}
      description={words('description', { model: modelName })}
    >
      {trouble !== undefined && (
        <p role="alert" className={styles.problem}>
          {toSentence(trouble)}
        </p>
      )}
      {known !== undefined && <ParameterFields {...known} onChange={(own) => void change(own)} />}
      <RequestView showRequest={showRequest} />
    </Dialog>
  )
}
