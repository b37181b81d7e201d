import { FileSpreadsheet } from 'lucide-react'
import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { PriceListState } from '#shared/requests/spending'

import { ActionButton } from '../../ui/action-button'
import { useSettingsSession } from '../use-settings'
import styles from './connections.module.css'
import { useAnswer } from '../../ui/use-answer'

/** Where the prices come from, and the way to change them. */
export function PriceListSection() {
  const words = useTranslations('connections.prices')
  const format = useFormatter()
  const { ask } = useSettingsSession()
  const read = useCallback(() => ask('readPriceList', {}), [ask])
  const { answer, reload } = useAnswer(read)
  if (answer === undefined) return null

  async function open(): Promise<void> {
    await ask('openPriceList', {})
    await reload()
  }

  return (
    <div className={styles.prices}>
      <p className={styles.facts} role={typeof answer.own === 'string' ? undefined : 'alert'}>
        {describe(answer)}
      </p>
      <ActionButton icon={FileSpreadsheet} label={words('open')} onPress={() => void open()} />
    </div>
  )

  function describe({ file, own, ...list }: PriceListState): string {
    const date = format.dateTime(new Date(list.date), { dateStyle: 'medium', timeZone: 'UTC' })
    if (own === 'absent') return words('builtIn', { date })
    if (own === 'read') return words('own', { file, date })
    return words('broken', { file, date, line: own.line ?? 0, detail: own.detail })
  }
}
