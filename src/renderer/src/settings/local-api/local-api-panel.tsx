import { useTranslations } from 'use-intl'

import type { LocalApiStatus } from '#shared/local-api'

import { useFollowed } from '../use-followed'
import { useSettingsSession } from '../use-settings'
import { CallList } from './call-list'
import styles from './local-api.module.css'
import { TokenSection } from './token-section'

/** Below the switch and the port: how it stands, the token, and who asked. */
export function LocalApiPanel() {
  const words = useTranslations('localApi')
  const state = useFollowed(useSettingsSession().localApi)
  if (state === undefined) return null
  const { status, token, calls } = state
  return (
    <div className={styles.panel}>
      <p>{words('what')}</p>
      <Status status={status} />
      <TokenSection token={token} />
      <CallList calls={calls} />
    </div>
  )
}

function Status({ status }: { readonly status: LocalApiStatus }) {
  const words = useTranslations('localApi')
  const isBad = status.kind === 'failed'
  return (
    <div role="status" className={styles.status} data-tone={isBad ? 'bad' : undefined}>
      <p>{isBad ? words(`problem.${status.problem}`) : words(`status.${status.kind}`)}</p>
      {status.kind === 'listening' && <code>{`http://127.0.0.1:${status.port}/v1`}</code>}
    </div>
  )
}
