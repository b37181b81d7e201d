import { useTranslations } from 'use-intl'

import { isLive, type Reply } from '#shared/message'

import { ChunkTable } from './chunk-table'
import { ExportBar, type Save } from './export-bar'
import { FigureList } from './figure-list'
import styles from './inspector-panel.module.css'
import type { Inspected, ReadArrivals } from './inspection'
import type { Pulse } from './pulse'
import { ReplyFacts } from './reply-facts'
import type { ShownLog } from './shown-log'
import { TimelineView } from './timeline-view'
import { useChunkHairlines } from './use-chunk-hairlines'
import { useInspection } from './use-inspection'

export interface StreamViewProps {
  readonly reply: Reply
  readonly readArrivals: ReadArrivals
  readonly shownLog: Pick<ShownLog, 'read' | 'elapsedMs'>
  readonly save: Save
  /** The element that a reply's text is drawn in, if it is on the page. */
  readonly findText: (replyId: string) => Element | null
  readonly showBoundaries: boolean
  readonly onShowBoundaries: (show: boolean) => void
  readonly pulse: Pulse
}

/** One reply's stream: its figures, its growth, its chunks. */
export function StreamView({ reply, showBoundaries, onShowBoundaries, ...parts }: StreamViewProps) {
  const words = useTranslations('inspector')
  const inspected = useInspection(reply, parts)
  const { figures, arrivals, timeline, status } = inspected
  const findText = () => parts.findText(reply.id)
  useChunkHairlines({ findText, isOn: showBoundaries, text: reply.text, arrivals })

  return (
    <div className={styles.body}>
      {arrivals.length === 0 && status !== 'reading' && <NothingArrived reply={reply} status={status} />}
      <FigureList figures={figures} usage={reply.usage} />
      {arrivals.length > 0 && <TimelineView timeline={timeline} untilMs={endOf(inspected, isLive(reply))} />}
      <ReplyFacts reply={reply} figures={figures} />
      {arrivals.length > 0 && (
        <section className={styles.section}>
          <label className={styles.switch}>
            <input
              type="checkbox"
              role="switch"
              checked={showBoundaries}
              onChange={(event) => onShowBoundaries(event.currentTarget.checked)}
            />
            {words('boundaries')}
          </label>
          <ChunkTable arrivals={arrivals} />
          <ExportBar reply={reply} inspected={inspected} save={parts.save} />
        </section>
      )}
    </div>
  )
}

interface NothingArrivedProps {
  readonly reply: Reply
  readonly status: Inspected['status']
}

function NothingArrived({ reply, status }: NothingArrivedProps) {
  const words = useTranslations('inspector')
  if (status === 'failed') return <p className={styles.note}>{words('notRead')}</p>
  return <p className={styles.note}>{isLive(reply) ? words('notYet') : words('notKept')}</p>
}

/** Lines of a live reply go on to this moment, those of a finished one to the last thing that happened. */
function endOf({ timeline, elapsedMs = 0 }: Inspected, isArriving: boolean): number {
  const ends = [timeline.chunks, timeline.shown].map((points) => points.at(-1)?.atMs ?? 0)
  return Math.max(1, ...ends, isArriving ? elapsedMs : 0)
}
