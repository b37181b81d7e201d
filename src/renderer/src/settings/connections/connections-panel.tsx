import { ChevronLeft, Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'

import type { ProviderDescription } from '#shared/connection'

import { ActionButton } from '../../ui/action-button'
import { useConnectionName } from '../../ui/use-connection-name'
import { useIsLocked, useSettings, useSettingsSession } from '../use-settings'
import { ConnectionForm } from './connection-form'
import styles from './connections.module.css'
import { useConnections } from './use-connections'

/** What is being edited: a connection, a new one of a provider, or the one that is named after its provider, there or not. */
type Edited = { readonly connectionId: string } | { readonly providerId: string } | { readonly ownOf: string }

interface ConnectionsPanelProps {
  /** A provider whose own connection, or the form of one, is open at first. */
  readonly first?: string | undefined
  /** The models of a connection may be others now. */
  readonly onChange: () => void
}

/** Every way to a provider, and the form of the one that is chosen. */
export function ConnectionsPanel({ first, onChange }: ConnectionsPanelProps) {
  const words = useTranslations('connections')
  const settings = useTranslations('settings')
  const { connections: policy } = useSettings()
  const isLocked = useIsLocked()
  const { ask } = useSettingsSession()
  const { known, reload } = useConnections()
  const nameOf = useConnectionName()
  const [edited, setEdited] = useState<Edited | undefined>(first === undefined ? undefined : { ownOf: first })
  if (known === undefined) return null
  const { providers, connections, keys } = known
  const providerOf = (id: string) => providers.find((provider) => provider.id === id)

  async function changed(connectionId: string | undefined): Promise<void> {
    await reload()
    setEdited(connectionId === undefined ? undefined : { connectionId })
    onChange()
    if (connectionId === undefined) return
    // Whoever wants to know why it names no models can test the connection.
    await ask('refreshModels', { connectionId })
    onChange()
  }

  if (edited !== undefined) {
    const [connectionId, providerId] = toIds(edited)
    const connection = connections.find(({ id }) => id === connectionId)
    const provider = providerOf(connection?.provider ?? providerId)
    return (
      <>
        <ActionButton icon={ChevronLeft} label={words('back')} onPress={() => setEdited(undefined)} />
        {provider !== undefined && (
          <ConnectionForm
            key={connection?.id ?? provider.id}
            provider={provider}
            connection={connection}
            keys={keys}
            isLocked={connection !== undefined && isLocked(connection.id)}
            onSaved={(id) => void changed(id)}
            onRemoved={() => void changed(undefined)}
          />
        )}
      </>
    )
  }

  return (
    <>
      <ul className={styles.list}>
        {connections.map((connection) => (
          <li key={connection.id}>
            <button
              type="button"
              className={styles.connection}
              onClick={() => setEdited({ connectionId: connection.id })}
            >
              <span className={styles.name}>
                {isLocked(connection.id) && <Lock size="0.875rem" strokeWidth={2} aria-hidden />}
                {nameOf(connection)}
              </span>
              <span className={styles.facts}>
                {isLocked(connection.id) ? settings('fixed') : words(`origin.${connection.origin}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {policy.canAdd && (
        <AddButtons providers={providers} onAdd={(providerId) => setEdited({ providerId })} />
      )}
    </>
  )
}

/** Of the connection, if there is one, and of the provider that a new one would have. */
function toIds(edited: Edited): readonly [connectionId: string | undefined, providerId: string] {
  if ('ownOf' in edited) return [edited.ownOf, edited.ownOf]
  return 'connectionId' in edited ? [edited.connectionId, ''] : [undefined, edited.providerId]
}

interface AddButtonsProps {
  readonly providers: readonly ProviderDescription[]
  readonly onAdd: (providerId: string) => void
}

function AddButtons({ providers, onAdd }: AddButtonsProps) {
  const words = useTranslations('connections')
  return (
    <section aria-label={words('add')}>
      <h4 className={styles.subtitle}>{words('add')}</h4>
      <div className={styles.buttons}>
        {providers
          .filter(({ isAddable }) => isAddable)
          .map(({ id, title }) => (
            <ActionButton key={id} icon={Plus} label={title} onPress={() => onAdd(id)} />
          ))}
      </div>
    </section>
  )
}
