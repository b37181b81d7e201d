import { useFormatter, useTranslations } from 'use-intl'

import type { Reply } from '#shared/message'
import type { ModelPrice } from '#shared/model-choice'
import { costOf } from '#shared/spending'

import { DOLLARS } from '../i18n/dollars'
import styles from './reply-details-list.module.css'

interface ReplyDetailsListProps {
  readonly reply: Pick<Reply, 'modelId' | 'usage' | 'details'>
  /** Undefined when nobody knows. */
  readonly price: ModelPrice | undefined
}

/** What the provider said about a reply, beside the words. */
export function ReplyDetailsList({ reply: { modelId, usage, details }, price }: ReplyDetailsListProps) {
  const words = useTranslations('details')
  const format = useFormatter()
  return (
    <dl className={styles.list}>
      <Fact name={words('model')} value={details?.modelVersion ?? modelId} />
      <Fact name={words('inputTokens')} value={tokens(usage?.input)} />
      <Fact name={words('cachedTokens')} value={tokens(usage?.cached)} />
      <Fact name={words('outputTokens')} value={tokens(usage?.output)} />
      <Fact name={words('thoughtTokens')} value={tokens(usage?.thought)} />
      <Fact name={words('cost')} value={cost()} />
      <Fact name={words('finishReason')} value={details?.finishReason} />
    </dl>
  )

  function cost(): string | undefined {
    if (usage === undefined) return undefined
    if (price === undefined) return words('priceUnknown')
    return words('costBy', { dollars: format.number(costOf(usage, price), DOLLARS), date: price.date })
  }

  function tokens(count: number | undefined): string | undefined {
    return count === undefined ? undefined : format.number(count)
  }
}

/** Nothing where nobody knows. */
function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  if (value === undefined) return null
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
