import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import { useReveal } from '../reveal/use-reveal'
import { ActionButton } from '../ui/action-button'
import styles from './panel.module.css'

/** As a provider sends: in uneven bursts. */
const BURST_CHARACTERS = 14
const BURST_MS = 240

/** A few words that come as an answer comes, so that the speed can be seen where it is chosen. */
export function RevealSample() {
  const words = useTranslations('settings.sample')
  const [round, setRound] = useState(0)
  return (
    <div className={styles.sample}>
      <Words key={round} text={words('text')} />
      <ActionButton icon={RotateCcw} label={words('again')} onPress={() => setRound(round + 1)} />
    </div>
  )
}

function Words({ text }: { readonly text: string }) {
  const [arrived, setArrived] = useState(0)
  const isLive = arrived < text.length
  const { shown } = useReveal(text.slice(0, arrived), isLive)

  useEffect(() => {
    if (!isLive) return
    const timer = setTimeout(() => setArrived(arrived + BURST_CHARACTERS), BURST_MS)
    return () => clearTimeout(timer)
  }, [arrived, isLive])

  // A screen reader gets the words at once: there, the speed is its own.
  return (
    <p className={styles.sampleText}>
      <span aria-hidden>{shown}</span>
      <span className="visually-hidden">{text}</span>
    </p>
  )
}
