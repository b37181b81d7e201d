import { useTranslations } from 'use-intl'

import type { QueryProblem } from '#shared/requests/search'

import styles from './palette.module.css'
import type { Finding } from './use-found'

interface PaletteStatusProps {
  readonly text: string
  readonly finding: Finding | undefined
  readonly count: number
  /** What was chosen last is there no longer. */
  readonly isGone: boolean
}

/** How much was found, what of the query was not understood, and how it could be made narrower. */
export function PaletteStatus({ text, finding, count, isGone }: PaletteStatusProps) {
  const words = useTranslations('search')
  const isCurrent = finding?.text === text
  const problems = isCurrent ? finding.found.problems : []

  function summary(): string {
    if (isGone) return words('gone')
    if (!isCurrent) return ''
    if (finding.hasFailed) return words('failed')
    const { hasMore, unread } = finding.found
    const found = words(hasMore ? 'countMore' : 'count', { count })
    return unread > 0 ? `${found} ${words('unread', { unread })}` : found
  }

  return (
    <div className={styles.foot}>
      <p role="status">
        {summary()}
        {problems.map((problem) => (
          <ProblemSentence key={JSON.stringify(problem)} problem={problem} />
        ))}
      </p>
      <p>{words('hint')}</p>
    </div>
  )
}

function ProblemSentence({ problem }: { readonly problem: QueryProblem }) {
  const words = useTranslations('search.problems')
  return <span className={styles.problem}> {words(problem.kind, { filter: '', value: '', ...problem })}</span>
}
