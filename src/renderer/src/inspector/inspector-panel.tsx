import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { isLive, type Reply } from '#shared/message'

import { IconButton } from '../ui/icon-button'
import styles from './inspector-panel.module.css'
import { type Pulse, windowPulse } from './pulse'
import { type Recording, RecordingSwitch } from './recording-switch'
import { StreamView, type StreamViewProps } from './stream-view'

interface InspectorPanelProps extends Omit<StreamViewProps, 'reply' | 'pulse'> {
  /** The live reply, or the one that was picked. */
  readonly reply: Reply | undefined
  readonly recording: Recording
  /** The chosen model's, which answers next. */
  readonly provider: string | undefined
  readonly onClose: () => void
  readonly pulse?: Pulse
}

/** How a reply streamed, beside the conversation. */
export function InspectorPanel(props: InspectorPanelProps) {
  const { reply, recording, provider, onClose, pulse = windowPulse, ...rest } = props
  const words = useTranslations('inspector')
  return (
    <aside className={styles.panel} aria-labelledby="inspector-title">
      <header className={styles.head}>
        <h2 id="inspector-title" className={styles.title}>
          {words('title')}
        </h2>
        {reply !== undefined && isLive(reply) && <span className={styles.live}>{words('live')}</span>}
        <span className={styles.space} />
        <IconButton icon={X} label={words('close')} onPress={onClose} />
      </header>
      {reply === undefined ? (
        <p className={styles.note}>{words('nothing')}</p>
      ) : (
        <StreamView key={reply.id} reply={reply} pulse={pulse} {...rest} />
      )}
      <RecordingSwitch recording={recording} provider={provider} />
    </aside>
  )
}
