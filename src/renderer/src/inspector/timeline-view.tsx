import { memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import { sumAt } from './curve'
import type { Timeline } from './inspection'
import styles from './inspector-panel.module.css'
import { toDuration, toPlain } from './measures'
import { toPlotScale } from './plot-scale'
import { TimelineLegend, TimelinePlot } from './timeline-plot'

const MOST_ROWS = 10

interface TimelineViewProps {
  readonly timeline: Timeline
  readonly untilMs: number
}

/** The growth of a reply, as a drawing and, for those who ask, as a table. */
export const TimelineView = memo(function TimelineView({ timeline, untilMs }: TimelineViewProps) {
  const words = useTranslations('inspector')
  const locale = useLocale()
  const label = words('timelineSummary', {
    characters: (timeline.arrived.at(-1)?.sum ?? 0).toLocaleString(locale),
    duration: toPlain(toDuration(untilMs, locale)),
    shown: (timeline.shown.at(-1)?.sum ?? timeline.arrived.at(-1)?.sum ?? 0).toLocaleString(locale),
  })
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>{words('timeline')}</h3>
        <TimelineLegend timeline={timeline} />
      </div>
      <TimelinePlot timeline={timeline} untilMs={untilMs} label={label} />
      <details className={styles.fold}>
        <summary>{words('asTable')}</summary>
        <TimelineTable timeline={timeline} untilMs={untilMs} />
      </details>
    </section>
  )
})

function TimelineTable({ timeline, untilMs }: TimelineViewProps) {
  const words = useTranslations('inspector')
  const locale = useLocale()
  const { arrived, shown, thought } = timeline
  const times = [...toPlotScale(untilMs, MOST_ROWS).ticks.filter((tick) => tick < untilMs), untilMs]
  const columns = [
    { title: words('arrived'), points: arrived },
    ...(shown.length > 0 ? [{ title: words('shown'), points: shown }] : []),
    ...(thought.length > 0 ? [{ title: words('thought'), points: thought }] : []),
  ]
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{words('timeline')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('time')}</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map((atMs) => (
          <tr key={atMs}>
            <th scope="row">{toPlain(toDuration(atMs, locale))}</th>
            {columns.map(({ title, points }) => (
              <td key={title}>{sumAt(points, atMs).toLocaleString(locale)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
