import { useLocale, useTranslations } from 'use-intl'

import type { Reply } from '#shared/message'

import styles from './inspector-panel.module.css'
import { toDuration, toPlain } from './measures'
import type { StreamFigures } from './stream-statistics'

interface ReplyFactsProps {
  readonly reply: Pick<Reply, 'modelId' | 'usage' | 'details'>
  readonly figures: Pick<StreamFigures, 'firstChunkMs' | 'firstTextMs'>
}

/** What the provider said about a reply, beside the words. What it did not say has no line. */
export function ReplyFacts({ reply: { modelId, usage, details }, figures }: ReplyFactsProps) {
  const words = useTranslations('inspector')
  const locale = useLocale()
  const count = (tokens: number) => tokens.toLocaleString(locale)
  const { firstChunkMs, firstTextMs } = figures
  const hasThoughtFirst = firstTextMs !== undefined && firstTextMs !== firstChunkMs

  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{words('facts')}</h3>
      <dl className={styles.facts}>
        <Fact label={words('model')} value={modelId} />
        {details?.modelVersion !== undefined && (
          <Fact label={words('modelVersion')} value={details.modelVersion} />
        )}
        {details?.finishReason !== undefined && (
          <Fact label={words('finishReason')} value={details.finishReason} />
        )}
        {hasThoughtFirst && (
          <Fact label={words('firstText')} value={toPlain(toDuration(firstTextMs, locale))} />
        )}
        {usage !== undefined && (
          <>
            <Fact
              label={words('inputTokens')}
              value={
                usage.cached === undefined
                  ? count(usage.input)
                  : words('withCached', { tokens: count(usage.input), cached: count(usage.cached) })
              }
            />
            <Fact
              label={words('outputTokens')}
              value={
                usage.thought === undefined
                  ? count(usage.output)
                  : words('withThought', { tokens: count(usage.output), thought: count(usage.thought) })
              }
            />
          </>
        )}
      </dl>
    </section>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
