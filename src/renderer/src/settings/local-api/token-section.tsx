import { Copy, KeyRound } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { SecretState } from '#shared/secret'

import { ActionButton } from '../../ui/action-button'
import { useCopy } from '../../ui/use-copy'
import { useSettingsSession } from '../use-settings'
import styles from './local-api.module.css'

/** The token is shown once, when it is made; afterwards only that there is one. */
export function TokenSection({ token }: { readonly token: SecretState | undefined }) {
  const words = useTranslations('localApi')
  const { ask } = useSettingsSession()
  const [fresh, setFresh] = useState<string>()
  const id = useId()

  async function renew(): Promise<void> {
    setFresh((await ask('renewLocalApiToken', {}))?.token)
  }

  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id}>{words('token')}</h4>
      <p>{words(token === undefined ? 'tokenState.none' : `tokenState.${token}`)}</p>
      {fresh !== undefined && <FreshToken token={fresh} />}
      <div className={styles.row}>
        <ActionButton
          icon={KeyRound}
          isPrimary={token === undefined}
          label={words(token === undefined ? 'create' : 'renew')}
          onPress={() => void renew()}
        />
      </div>
      {token !== undefined && fresh === undefined && <p>{words('renewNote')}</p>}
    </section>
  )
}

function FreshToken({ token }: { readonly token: string }) {
  const words = useTranslations('localApi')
  const [outcome, copy] = useCopy()
  return (
    <div className={styles.fresh}>
      <p role="status">{words('fresh')}</p>
      <input readOnly aria-label={words('token')} value={token} onFocus={(event) => event.target.select()} />
      <ActionButton
        icon={Copy}
        isPrimary
        label={words(outcome === undefined ? 'copy' : outcome)}
        onPress={() => void copy(token)}
      />
    </div>
  )
}
