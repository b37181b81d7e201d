import { Check, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { Connection, FieldName, FieldProblem, ProviderDescription } from '#shared/connection'
import type { KeysState } from '#shared/requests/settings'

import { DefaultParameters } from '../../parameters/default-parameters'
import { ActionButton } from '../../ui/action-button'
import { useSettings, useSettingsSession } from '../use-settings'
import { ConnectionTest } from './connection-test'
import styles from './connections.module.css'
import { FieldControl } from './field-control'
import { KeyChoice } from './key-choice'

interface ConnectionFormProps {
  readonly provider: ProviderDescription
  /** Undefined for a new one. */
  readonly connection: Connection | undefined
  readonly keys: KeysState
  readonly isLocked: boolean
  readonly onSaved: (connectionId: string) => void
  readonly onRemoved: () => void
}

type Drafts = Readonly<Partial<Record<FieldName, string | null>>>
type Problems = Readonly<Partial<Record<FieldName, FieldProblem>>>

/** Drawn from what the provider declares, so that a new provider needs no form of its own. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { provider, connection, keys, isLocked, onSaved, onRemoved } = props
  const words = useTranslations('connections')
  const settings = useTranslations('settings')
  const { ask } = useSettingsSession()
  const { values } = useSettings()
  const [name, setName] = useState(connection?.name ?? provider.title)
  const [drafts, setDrafts] = useState<Drafts>({})
  const [problems, setProblems] = useState<Problems>({})
  const [status, setStatus] = useState<'saved' | 'failed'>()
  const hasSecret = provider.fields.some(({ kind }) => kind === 'secret' || kind === 'headers')
  const isBuiltIn = provider.fields.length === 0

  const isChanged = Object.keys(drafts).length > 0 || name !== (connection?.name ?? provider.title)

  /** Resolves with whether it was. */
  async function save(): Promise<boolean> {
    const id = connection?.id
    const fields = Object.fromEntries(Object.entries(drafts).map(([field, draft]) => [field, draft || null]))
    const request = { ...(id === undefined ? {} : { id }), provider: provider.id, name, fields }
    const answer = await ask('saveConnection', request)
    setStatus(answer === undefined ? 'failed' : answer.isSaved ? 'saved' : undefined)
    if (answer === undefined) return false
    if (!answer.isSaved) {
      setProblems(Object.fromEntries(answer.problems.map(({ field, problem }) => [field, problem])))
      return false
    }
    setProblems({})
    setDrafts({})
    onSaved(answer.connection.id)
    return true
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    void save()
  }

  async function remove(): Promise<void> {
    if (connection === undefined) return
    await ask('removeConnection', { connectionId: connection.id })
    onRemoved()
  }

  return (
    <div className={styles.form}>
      <form className={styles.form} onSubmit={submit}>
        <h4 className={styles.subtitle}>{connection?.name ?? words('new', { provider: provider.title })}</h4>
        {isLocked && <p>{settings('fixed')}</p>}
        <fieldset className={styles.fields} disabled={isLocked}>
          {!isBuiltIn && (
            <label className={styles.field}>
              <span>{words('name')}</span>
              <input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
            </label>
          )}
          {provider.fields.map((field) => (
            <FieldControl
              key={field.name}
              field={field}
              state={connection?.fields[field.name]}
              secretState={connection && keys.states[`${connection.id}/${field.name}`]}
              draft={drafts[field.name]}
              problem={problems[field.name]}
              onChange={(draft) => setDrafts({ ...drafts, [field.name]: draft })}
            />
          ))}
          {hasSecret && !keys.isProtected && <KeyChoice isStored={values.storesKeysUnprotected} />}
          <div className={styles.buttons}>
            {!isBuiltIn && <ActionButton icon={Check} label={words('save')} isPrimary />}
            {connection?.origin === 'saved' && (
              <ActionButton icon={Trash2} label={words('remove')} onPress={() => void remove()} />
            )}
          </div>
        </fieldset>
        <p role="status" className={styles.facts}>
          {status !== undefined && words(status)}
        </p>
      </form>
      {connection !== undefined && (
        <DefaultParameters connectionId={connection.id} isLocked={isLocked} ask={ask} />
      )}
      {connection !== undefined && (
        <ConnectionTest connectionId={connection.id} saveFirst={isChanged ? save : undefined} />
      )}
    </div>
  )
}
