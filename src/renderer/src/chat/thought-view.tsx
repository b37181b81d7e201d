import { ChevronRight } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'

import { KeptLooksContext } from '../markdown/kept-looks'
import { MarkdownView } from '../markdown/markdown-view'
import { languageOf } from '../ui/language-of'
import { useDuration } from '../ui/use-duration'
import { useTicking } from '../ui/use-ticking'
import { type Hearing, thoughtSeconds } from './hearing'
import styles from './thought-view.module.css'
import { useFlowingText } from './use-flowing-text'
import { useFold } from './use-fold'
import { useLooks } from './use-looks'

interface ThoughtViewProps {
  readonly replyId: string
  readonly text: string
  readonly hearing: Hearing | undefined
  /** Whether the model is still thinking. */
  readonly isLive: boolean
}

/** What the model said to itself before it spoke, and for how long: folded, and drawn only for those who open it. */
export function ThoughtView({ replyId, text, hearing, isLive }: ThoughtViewProps) {
  const name = `thought ${replyId}`
  const [isOpen, unfold] = useFold(name)
  const looks = useLooks(name)

  /** At once, with what is in it: the browser would open it empty first. */
  function toggle(event: MouseEvent): void {
    event.preventDefault()
    unfold(!isOpen)
  }

  return (
    <details className={styles.thought} open={isOpen}>
      <summary className={styles.summary} onClick={toggle}>
        <ChevronRight className={styles.chevron} size="0.875rem" strokeWidth={2} aria-hidden />
        <ThoughtLabel hearing={hearing} isLive={isLive} />
      </summary>
      {isOpen && (
        <div className={styles.text} lang={languageOf(text)}>
          <KeptLooksContext value={looks}>
            <ThoughtText text={text} isLive={isLive} />
          </KeptLooksContext>
        </div>
      )}
    </details>
  )
}

function ThoughtText({ text: arrived, isLive }: Pick<ThoughtViewProps, 'text' | 'isLive'>) {
  const { text, isFlowing, ahead } = useFlowingText(arrived, isLive)
  return <MarkdownView text={text} isLive={isFlowing} ahead={ahead} />
}

/** Apart, so that a second that passes draws no thought again. */
function ThoughtLabel({ hearing, isLive }: Omit<ThoughtViewProps, 'replyId' | 'text'>) {
  const words = useTranslations('reply')
  const duration = useDuration()
  const seconds = useTicking((now) => thoughtSeconds(hearing, now), isLive)
  if (seconds === undefined) return words(isLive ? 'thinking' : 'thought')
  return words(isLive ? 'thinkingFor' : 'thoughtFor', { duration: duration(seconds) })
}
