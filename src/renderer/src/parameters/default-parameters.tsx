import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { Answers, Requests } from '#shared/contract'
import type { ModelParameters } from '#shared/parameters'

import { useAnswer } from '../ui/use-answer'
import { ParameterFields } from './parameter-fields'
import styles from './parameters.module.css'

interface DefaultParametersProps {
  readonly connectionId: string
  readonly isLocked: boolean
  /** Undefined when main does not answer. */
  readonly ask: <Name extends 'readDefaultParameters' | 'keepDefaultParameters'>(
    name: Name,
    input: Requests[Name],
  ) => Promise<Answers[Name] | undefined>
}

/** What goes to the models of a connection from every conversation that says nothing else. Saved at once. */
export function DefaultParameters({ connectionId, isLocked, ask }: DefaultParametersProps) {
  const words = useTranslations('parameters')
  const connections = useTranslations('connections')
  const [hasFailed, setHasFailed] = useState(false)
  const read = useCallback(() => ask('readDefaultParameters', { connectionId }), [ask, connectionId])
  const { answer: known, reload } = useAnswer(read)

  async function change(parameters: ModelParameters): Promise<void> {
    await ask('keepDefaultParameters', { connectionId, parameters })
    const now = await ask('readDefaultParameters', { connectionId })
    setHasFailed(now === undefined || !isSame(now.own, parameters))
    await reload()
  }

  if (known === undefined) return null
  return (
    <details className={styles.defaults}>
      <summary>{words('defaults')}</summary>
      <p className={styles.hint}>{words('defaultsNote')}</p>
      {hasFailed && (
        <p role="alert" className={styles.problem}>
          {connections('failed')}
        </p>
      )}
      <fieldset disabled={isLocked} className={styles.plain}>
        <ParameterFields {...known} onChange={(own) => void change(own)} />
      </fieldset>
    </details>
  )
}

/** In whatever order. */
function isSame(one: ModelParameters, other: ModelParameters): boolean {
  const sorted = (parameters: ModelParameters) => JSON.stringify(Object.entries(parameters).toSorted())
  return sorted(one) === sorted(other)
}
