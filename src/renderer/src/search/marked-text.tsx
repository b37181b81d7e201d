import type { TextRange } from '#shared/requests/search'

import styles from './palette.module.css'

interface MarkedTextProps {
  readonly text: string
  /** In order, without overlapping. */
  readonly ranges: readonly TextRange[]
}

/** A text in which some parts are marked. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  )
}
