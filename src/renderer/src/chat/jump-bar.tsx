import { ArrowDown, ArrowUpToLine } from 'lucide-react'
import { useTranslations } from 'use-intl'

import type { Preferences } from '#shared/preferences'

import { IconButton } from '../ui/icon-button'
import styles from './jump-bar.module.css'

interface JumpBarProps {
  /** How many lines came since the reader left the end. */
  readonly newLines: number
  readonly onJump: () => void
  readonly answerView: Preferences['answerView']
  readonly onChooseAnswerView: (view: Preferences['answerView']) => void
}

/** The way back for a reader who is not at the end, and the choice whether answers take them there at all. */
export function JumpBar({ newLines, onJump, answerView, onChooseAnswerView }: JumpBarProps) {
  const words = useTranslations('transcript')
  const staysAtTop = answerView === 'top'
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.jump} onClick={onJump}>
        <ArrowDown size="0.875rem" strokeWidth={2} aria-hidden />
        {words('jump', { lines: newLines })}
      </button>
      <IconButton
        icon={ArrowUpToLine}
        label={words('stayAtTop')}
        isPressed={staysAtTop}
        onPress={() => onChooseAnswerView(staysAtTop ? 'end' : 'top')}
      />
    </div>
  )
}
