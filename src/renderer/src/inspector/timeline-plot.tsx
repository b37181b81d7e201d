import { memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import type { CurvePoint } from './curve'
import type { Timeline } from './inspection'
import { toDuration, toPlain } from './measures'
import { toPlotScale } from './plot-scale'
import { toStepPath } from './step-path'
import styles from './timeline-plot.module.css'

/** The drawing in its own units; the panel scales it. */
const WIDTH = 352
const HEIGHT = 188
const LEFT = 36
const RIGHT = 338
const TOP = 10
const BOTTOM = 148
const RUG_TOP = 153
const RUG_BOTTOM = 160
const LABEL_LINE = 177

const MOST_TIME_STEPS = 6
const MOST_SUM_STEPS = 4

interface TimelinePlotProps {
  readonly timeline: Timeline
  /** Where the lines end. */
  readonly untilMs: number
  readonly label: string
}

/** Characters over time: what arrived, what of it was shown, and below the axis one hairline per chunk. */
export const TimelinePlot = memo(function TimelinePlot({ timeline, untilMs, label }: TimelinePlotProps) {
  const { arrived, thought, shown, chunks } = timeline
  const time = toPlotScale(untilMs, MOST_TIME_STEPS)
  const sums = toPlotScale(Math.max(1, ...[arrived, shown, thought].map(lastSum)), MOST_SUM_STEPS)
  const toX = (atMs: number) => LEFT + (atMs / time.end) * (RIGHT - LEFT)
  const toY = (sum: number) => BOTTOM - (sum / sums.end) * (BOTTOM - TOP)
  const draw = (points: readonly CurvePoint[]) => toStepPath(points, untilMs, { toX, toY })
  const rug = chunks.map(({ atMs }) => `M${toX(atMs).toFixed(1)} ${RUG_TOP}V${RUG_BOTTOM}`).join('')

  return (
    <svg className={styles.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <SumAxis ticks={sums.ticks} toY={toY} />
      <path className={styles.area} d={`${draw(arrived)}V${BOTTOM}H${LEFT}Z`} />
      {thought.length > 0 && <path className={styles.thought} d={draw(thought)} />}
      <path className={styles.arrived} d={draw(arrived)} />
      {shown.length > 0 && <path className={styles.shown} d={draw(shown)} />}
      <path className={styles.rug} d={rug} />
      <TimeAxis ticks={time.ticks} toX={toX} />
    </svg>
  )
})

interface SumAxisProps {
  readonly ticks: readonly number[]
  readonly toY: (sum: number) => number
}

function SumAxis({ ticks, toY }: SumAxisProps) {
  const format = new Intl.NumberFormat(useLocale(), { notation: 'compact' })
  return ticks.map((tick) => (
    <g key={tick}>
      <path className={tick === 0 ? styles.base : styles.grid} d={`M${LEFT} ${toY(tick)}H${RIGHT}`} />
      <text className={styles.label} x={LEFT - 6} y={toY(tick)} dy="0.34em" textAnchor="end">
        {format.format(tick)}
      </text>
    </g>
  ))
}

interface TimeAxisProps {
  readonly ticks: readonly number[]
  readonly toX: (atMs: number) => number
}

function TimeAxis({ ticks, toX }: TimeAxisProps) {
  const locale = useLocale()
  return ticks.map((tick) => (
    <text key={tick} className={styles.label} x={toX(tick)} y={LABEL_LINE} textAnchor="middle">
      {tick === 0 ? '0' : toPlain(toDuration(tick, locale))}
    </text>
  ))
}

/** What the lines mean, as text beside a piece of each. */
export function TimelineLegend({ timeline }: Pick<TimelinePlotProps, 'timeline'>) {
  const words = useTranslations('inspector')
  return (
    <ul className={styles.legend}>
      <LegendItem line={styles.arrived} label={words('arrived')} />
      {timeline.shown.length > 0 && <LegendItem line={styles.shown} label={words('shown')} />}
      {timeline.thought.length > 0 && <LegendItem line={styles.thought} label={words('thought')} />}
    </ul>
  )
}

function LegendItem({ line, label }: { readonly line: string | undefined; readonly label: string }) {
  return (
    <li>
      <svg className={styles.swatch} viewBox="0 0 18 6" aria-hidden>
        <path className={line} d="M0 3H18" />
      </svg>
      {label}
    </li>
  )
}

function lastSum(points: readonly CurvePoint[]): number {
  return points.at(-1)?.sum ?? 0
}
