import { Lock, RefreshCw, Star } from 'lucide-react'
import { useCallback, useId, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { AppError } from '#shared/app-error'
import type { ModelChoice } from '#shared/model-choice'

import { useErrorSentence } from '../../i18n/use-error-sentence'
import { ActionButton } from '../../ui/action-button'
import { useFitsModel } from '../../ui/use-fits-model'
import { IconButton } from '../../ui/icon-button'
import { useIsLocked, useSettingsSession } from '../use-settings'
import styles from './connections.module.css'
import { PriceListSection } from './price-list-section'
import { useAnswer } from '../../ui/use-answer'
import { useConnectionName } from '../../ui/use-connection-name'

/** As many as can be looked through; a search finds the others. */
const MOST_SHOWN = 100

/** A connection that did not say which models it has. */
interface Refusal {
  readonly id: string
  readonly name: string
  readonly error: AppError
}

interface ModelsPanelProps {
  /** The favourites, the defaults or the models themselves are others now. */
  readonly onChange: () => void
}

/** Every model of every connection: found, favoured, and made the default of its connection. */
export function ModelsPanel({ onChange }: ModelsPanelProps) {
  const words = useTranslations('connections.models')
  const format = useFormatter()
  const { ask } = useSettingsSession()
  const sentence = useErrorSentence()
  const fitsModel = useFitsModel()
  const nameOf = useConnectionName()
  const [query, setQuery] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])

  const read = useCallback(() => ask('listModels', {}), [ask])
  const { answer, reload } = useAnswer(read)
  const models: readonly ModelChoice[] = answer?.models ?? []
  const isLocked = useIsLocked()
  const locked = models.filter(({ connection }) => isLocked(connection.id))
  const lockedNames = [...new Set(locked.map(({ connection }) => nameOf(connection)))]
  const lockedId = useId()

  async function changed(): Promise<void> {
    await reload()
    onChange()
  }

  async function refresh(): Promise<void> {
    const known = (await ask('listConnections', {}))?.connections ?? []
    // Nobody may have set up what is built in.
    const asked = known.filter(({ origin, hasCredentials }) => origin !== 'built-in' || hasCredentials)
    const refused = asked.map(async ({ id, name }): Promise<readonly Refusal[]> => {
      const error = (await ask('refreshModels', { connectionId: id }))?.error
      return error === undefined ? [] : [{ id, name, error }]
    })
    setRefusals((await Promise.all(refused)).flat())
    await changed()
  }

  const found = models.filter((model) => fitsModel(model, query))
  return (
    <>
      <div className={styles.tools}>
        <input
          type="search"
          className={styles.search}
          aria-label={words('search')}
          placeholder={words('search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ActionButton icon={RefreshCw} label={words('refresh')} onPress={() => void refresh()} />
      </div>
      <div role="alert" className={styles.facts}>
        {refusals.map(({ id, name, error }) => (
          <p key={id}>{words('refused', { name, why: sentence(error) })}</p>
        ))}
      </div>
      <PriceListSection />
      <p role="status" className={styles.facts}>
        {words('count', { count: found.length })}
      </p>
      {locked.length > 0 && (
        <p id={lockedId} className={styles.facts}>
          <Lock size="0.875rem" strokeWidth={2} aria-hidden />{' '}
          {words('locked', { names: format.list(lockedNames) })}
        </p>
      )}
      <ul className={styles.list}>
        {found.slice(0, MOST_SHOWN).map((model) => (
          <Model
            key={model.id}
            model={model}
            lockedBy={isLocked(model.connection.id) ? lockedId : undefined}
            onChange={() => void changed()}
          />
        ))}
      </ul>
    </>
  )
}

interface ModelProps {
  readonly model: ModelChoice
  /** The id of the sentence that says why its default cannot be chosen. */
  readonly lockedBy: string | undefined
  readonly onChange: () => void
}

function Model({ model, lockedBy, onChange }: ModelProps) {
  const words = useTranslations('connections.models')
  const { ask } = useSettingsSession()
  const nameOf = useConnectionName()
  const { id, name, connection, isFavourite = false, isDefault = false } = model

  async function favour(): Promise<void> {
    await ask('favourModel', { modelId: id, isFavourite: !isFavourite })
    onChange()
  }

  async function makeDefault(): Promise<void> {
    await ask('chooseDefaultModel', {
      connectionId: connection.id,
      modelName: id.slice(connection.id.length + 1),
    })
    onChange()
  }

  return (
    <li className={styles.model}>
      <IconButton
        icon={Star}
        label={words('favour', { name })}
        isPressed={isFavourite}
        onPress={() => void favour()}
      />
      <span className={styles.name}>
        {name}
        <span className={styles.facts}>{[nameOf(connection), ...useFacts(model)].join(' · ')}</span>
      </span>
      <label className={styles.default}>
        <input
          type="radio"
          name={`default ${connection.id}`}
          checked={isDefault}
          disabled={lockedBy !== undefined}
          aria-describedby={lockedBy}
          onChange={() => void makeDefault()}
        />
        {words('default')}
      </label>
    </li>
  )
}

/** What is known of it, and nothing that is not. */
function useFacts({
  successor,
  contextWindow,
  sees,
  thinks,
  usesTools,
  price,
}: ModelChoice): readonly string[] {
  const words = useTranslations('connections.models')
  const format = useFormatter()
  const dollars = (amount: number) => format.number(amount, { style: 'currency', currency: 'USD' })
  return [
    successor === undefined ? '' : words('retired', { successor }),
    contextWindow === undefined ? '' : words('context', { tokens: contextWindow }),
    sees === true ? words('sees') : '',
    thinks === true ? words('thinks') : '',
    usesTools === true ? words('tools') : '',
    price === undefined ? '' : words('price', { input: dollars(price.input), output: dollars(price.output) }),
  ].filter((fact) => fact !== '')
}
