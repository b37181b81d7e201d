import { RotateCw, Undo2 } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'

import { ActionButton } from './action-button'
import styles from './part-boundary.module.css'

/** `message` and `panel` are a part of the window; `window` is nearly all of it. */
type BrokenPart = 'message' | 'panel' | 'window'

interface PartBoundaryProps {
  readonly part: BrokenPart
  /** What can be read all the same. */
  readonly text?: string
  readonly children: ReactNode
}

/** Keeps an error in what is drawn from taking the rest of the window with it. React tells the root of it, for the log. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  readonly showAgain = (): void => this.setState({ isBroken: false })

  override render(): ReactNode {
    const { part, text, children } = this.props
    if (!this.state.isBroken) return children
    return <Broken part={part} text={text} onShowAgain={this.showAgain} />
  }
}

interface BrokenProps {
  readonly part: BrokenPart
  readonly text: string | undefined
  readonly onShowAgain: () => void
}

function Broken({ part, text, onShowAgain }: BrokenProps) {
  const words = useTranslations('broken')
  return (
    <div className={styles.broken}>
      <p role="alert">{words(part)}</p>
      <div className={styles.row}>
        <ActionButton icon={Undo2} label={words('showAgain')} onPress={onShowAgain} />
        {part !== 'message' && (
          <ActionButton icon={RotateCw} label={words('reload')} onPress={() => window.location.reload()} />
        )}
      </div>
      {text !== undefined && text !== '' && <p className={styles.text}>{text}</p>}
    </div>
  )
}
