import { memo } from 'react'

import type { Grouped } from '../grouped'
import { CaretView } from '../inline-view'
import styles from './code.module.css'
import type { PaintedLine } from './painting'

interface CodeLinesProps {
  readonly lines: Grouped<string>
  /** The tokens of as many lines as are painted; the others are plain. */
  readonly painted: Grouped<PaintedLine>
  readonly hasCaret: boolean
}

/** Lines of code in groups: one that is full never changes again, and React skips it. */
export function CodeLines({ lines, painted, hasCaret }: CodeLinesProps) {
  let before = 0
  return lines.map((group, index) => {
    const first = before + 1
    before += group.length
    return (
      <Group
        key={index}
        lines={group}
        painted={painted[index]}
        first={first}
        after={Math.min(lines.length - 1 - index, 2)}
        hasCaret={hasCaret && index === lines.length - 1}
      />
    )
  })
}

interface GroupProps {
  readonly lines: Grouped<string>[number]
  readonly painted: Grouped<PaintedLine>[number] | undefined
  /** The number of the first line. */
  readonly first: number
  /** How many groups follow; 2 for more of them, too. */
  readonly after: number
  readonly hasCaret: boolean
}

/** What is open, what is full and shows the browser its height, and what may be left out as it knows that. */
const LOOKS = [undefined, styles.full, `${styles.full} ${styles.settled}`]

const Group = memo(function Group({ lines, painted, first, after, hasCaret }: GroupProps) {
  return (
    <span className={LOOKS[after]}>
      {lines.map((line, index) => (
        <Line
          key={index}
          text={line}
          painted={painted?.[index]}
          number={first + index}
          isLast={after === 0 && index === lines.length - 1}
          hasCaret={hasCaret && index === lines.length - 1}
        />
      ))}
    </span>
  )
})

interface LineProps {
  readonly text: string
  readonly painted: PaintedLine | undefined
  readonly number: number
  readonly isLast: boolean
  readonly hasCaret: boolean
}

/** The number is an attribute, which the style sheet draws: nobody selects or copies it. */
const Line = memo(function Line({ text, painted, number, isLast, hasCaret }: LineProps) {
  return (
    <span className={styles.line} data-line={number}>
      {painted === undefined ? text : painted.tokens.map(drawToken)}
      {hasCaret && <CaretView />}
      {isLast ? '' : '\n'}
    </span>
  )
})

function drawToken({ kind, text }: PaintedLine['tokens'][number], index: number) {
  return kind === undefined ? (
    text
  ) : (
    <span key={index} className={styles[kind]}>
      {text}
    </span>
  )
}
