import { Check, Copy, FileJson } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'

import type { AppError } from '#shared/app-error'
import type { ShownRequest } from '#shared/requests/parameters'
import type { Result } from '#shared/result'

import { useErrorSentence } from '../i18n/use-error-sentence'
import { ActionButton } from '../ui/action-button'
import { useCopy } from '../ui/use-copy'
import styles from './parameters.module.css'

export interface RequestViewProps {
  /** The request that what is typed would make. */
  readonly showRequest: () => Promise<Result<ShownRequest>>
}

/** The very request that would be made now, on demand. */
export function RequestView({ showRequest }: RequestViewProps) {
  const words = useTranslations('parameters')
  const toSentence = useErrorSentence()
  const [request, setRequest] = useState<ShownRequest>()
  const [trouble, setTrouble] = useState<AppError>()
  const [outcome, copy] = useCopy()

  async function show(): Promise<void> {
    const answer = await showRequest()
    setRequest(answer.ok ? answer.value : undefined)
    setTrouble(answer.ok ? undefined : answer.error)
  }

  return (
    <section className={styles.request}>
      <ActionButton icon={FileJson} label={words('showRequest')} onPress={() => void show()} />
      <p className={styles.hint}>{words('requestNote')}</p>
      <div role="status">
        {trouble !== undefined && <p className={styles.problem}>{toSentence(trouble)}</p>}
        {request?.body === '' && <p className={styles.hint}>{words('noRequest')}</p>}
      </div>
      {request !== undefined && request.body !== '' && (
        <>
          <p className={styles.address}>
            {request.method} {request.address}
          </p>
          <pre className={styles.body} role="region" aria-label={words('request')} tabIndex={0}>
            {request.body}
          </pre>
          <ActionButton
            icon={outcome === 'copied' ? Check : Copy}
            label={words(outcome === 'copied' ? 'copied' : 'copyRequest')}
            onPress={() => void copy(request.body)}
          />
        </>
      )}
    </section>
  )
}
