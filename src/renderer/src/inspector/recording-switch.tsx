import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import { OFFLINE_PROVIDERS } from '#shared/offline-providers'

import styles from './inspector-panel.module.css'

/** The recorder of raw streams, which lives in main. */
export interface Recording {
  readonly isOn: () => Promise<boolean>
  readonly switchTo: (isOn: boolean) => Promise<void>
}

interface RecordingSwitchProps {
  readonly recording: Recording
  /** The chosen model's provider. */
  readonly provider: string | undefined
}

/** Records what the providers send from now on, byte for byte, to be replayed as a model. */
export function RecordingSwitch({ recording, provider }: RecordingSwitchProps) {
  const words = useTranslations('inspector')
  const [isOn, setIsOn] = useState<boolean>()

  useEffect(() => {
    let isStillAsked = true
    void recording.isOn().then((answer) => {
      if (isStillAsked) setIsOn(answer)
    })
    return () => {
      isStillAsked = false
    }
  }, [recording])

  async function change(next: boolean): Promise<void> {
    await recording.switchTo(next)
    setIsOn(await recording.isOn())
  }

  // Whose answers come over no network: there are no bytes to keep.
  const recordsNothing = isOn === true && OFFLINE_PROVIDERS.includes(provider ?? '')
  return (
    <section className={styles.foot}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          role="switch"
          checked={isOn ?? false}
          disabled={isOn === undefined}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        {words('record')}
      </label>
      <p className={styles.note}>{words('recordNote')}</p>
      <p className={styles.note} role="status">
        {recordsNothing && words('recordsNothing')}
      </p>
    </section>
  )
}
