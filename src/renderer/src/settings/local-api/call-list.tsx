import { Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import type { LocalApiCall } from '#shared/local-api'

import { ActionButton } from '../../ui/action-button'
import { useSettingsSession } from '../use-settings'
import styles from './local-api.module.css'

/** The latest requests, newest first. */
export function CallList({ calls }: { readonly calls: readonly LocalApiCall[] }) {
  const words = useTranslations('localApi')
  const { ask } = useSettingsSession()
  const id = useId()
  return (
    <section className={styles.section}>
      <h4 id={id}>{words('log')}</h4>
      <p>{words(calls.length === 0 ? 'noCalls' : 'logNote')}</p>
      {calls.length > 0 && (
        <>
          <div className={styles.calls} role="region" aria-labelledby={id} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('columns.at')}</th>
                  <th scope="col">{words('columns.path')}</th>
                  <th scope="col">{words('columns.status')}</th>
                  <th scope="col">{words('columns.model')}</th>
                  <th scope="col">{words('columns.seconds')}</th>
                  <th scope="col">{words('columns.answered')}</th>
                </tr>
              </thead>
              <tbody>
                {calls.toReversed().map((call) => (
                  <Call key={call.id} call={call} />
                ))}
              </tbody>
            </table>
          </div>
          <div className={styles.row}>
            <ActionButton
              icon={Trash2}
              label={words('clear')}
              onPress={() => void ask('clearLocalApiCalls', {})}
            />
          </div>
        </>
      )}
    </section>
  )
}

function Call({ call }: { readonly call: LocalApiCall }) {
  const words = useTranslations('localApi')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const seconds = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  return (
    <tr>
      <td>{time.format(call.at)}</td>
      <td>{call.path === 'other' ? words('otherPath') : call.path}</td>
      <td data-tone={call.status >= 400 ? 'bad' : undefined}>{call.status}</td>
      <td>{call.modelId ?? '—'}</td>
      <td>{seconds.format(call.milliseconds / 1000)}</td>
      <td>{number.format(call.answered)}</td>
    </tr>
  )
}
