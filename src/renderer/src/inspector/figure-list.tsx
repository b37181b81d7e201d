import { memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import type { Usage } from '#shared/message'

import styles from './figure-list.module.css'
import { toAmount, toDuration, type Measure } from './measures'
import { type StreamFigures, toTokensPerSecond } from './stream-statistics'

interface FigureListProps {
  readonly figures: StreamFigures
  readonly usage: Usage | undefined
}

/** Nine figures, like the dials of an instrument. */
export const FigureList = memo(function FigureList({ figures, usage }: FigureListProps) {
  const words = useTranslations('inspector')
  const locale = useLocale()
  const { firstChunkMs, charactersPerSecond, chunks, characters, durationMs, gapMs } = figures
  return (
    <dl className={styles.figures} aria-label={words('figures')}>
      <Figure label={words('firstChunk')} measure={toDuration(firstChunkMs, locale)} />
      <Figure label={words('charactersPerSecond')} measure={toAmount(charactersPerSecond, locale)} />
      <Figure
        label={words('tokensPerSecond')}
        measure={toAmount(toTokensPerSecond(figures, usage), locale)}
      />
      <Figure label={words('chunks')} measure={toAmount(chunks, locale)} />
      <Figure label={words('characters')} measure={toAmount(characters, locale)} />
      <Figure label={words('duration')} measure={toDuration(durationMs, locale)} />
      <Figure label={words('gapMedian')} measure={toDuration(gapMs?.p50, locale)} />
      <Figure label={words('gap95')} measure={toDuration(gapMs?.p95, locale)} />
      <Figure label={words('gapMax')} measure={toDuration(gapMs?.max, locale)} />
    </dl>
  )
})

function Figure({ label, measure }: { readonly label: string; readonly measure: Measure }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {measure.number}
        {measure.unit !== '' && <span className={styles.unit}> {measure.unit}</span>}
      </dd>
    </div>
  )
}
