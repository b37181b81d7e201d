import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { AppError } from '#shared/app-error'
import type { ModelParameters } from '#shared/parameters'
import type { ParameterAnswers } from '#shared/requests/parameters'

import { useChat, useChatSession } from '../chat/use-chat'
import { useErrorSentence } from '../i18n/use-error-sentence'
import { Dialog } from '../ui/dialog'
import { ParameterFields } from './parameter-fields'
import styles from './parameters.module.css'
import { RequestView } from './request-view'

/** What goes with this conversation to its model. Saved at once. */
export function ParametersDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useTranslations('parameters')
  const toSentence = useErrorSentence()
  const session = useChatSession()
  const modelName = useChat(
    ({ models, chosenModelId }) => models.find(({ id }) => id === chosenModelId)?.name ?? '',
  )
  const [known, setKnown] = useState<ParameterAnswers['readParameters']>()
  const [trouble, setTrouble] = useState<AppError>()

  useEffect(() => {
    void session.readParameters().then((answer) => {
      if (answer.ok) setKnown(answer.value)
      else setTrouble(answer.error)
    })
  }, [session])

  async function change(own: ModelParameters): Promise<void> {
    if (known !== undefined) setKnown({ ...known, own })
    const answer = await session.keepParameters(own)
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
      <RequestView />
    </Dialog>
  )
}
