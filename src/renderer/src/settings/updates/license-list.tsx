import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'

import type { License } from '#shared/requests/updates'

import { ActionButton } from '../../ui/action-button'
import { useSettingsSession } from '../use-settings'
import styles from './updates.module.css'

/** Whose work is in this program, and on what terms. Read when somebody wants to know. */
export function LicenseList() {
  const words = useTranslations('licenses')
  const { ask } = useSettingsSession()
  const [licenses, setLicenses] = useState<readonly License[]>()

  async function show(): Promise<void> {
    setLicenses((await ask('readLicenses', {}))?.licenses)
  }

  return (
    <section className={styles.section} aria-label={words('title')}>
      <h4 className={styles.title}>{words('title')}</h4>
      {licenses === undefined ? (
        <ActionButton icon={Scale} label={words('show')} onPress={() => void show()} />
      ) : (
        <>
          <p role="status">{words('count', { count: licenses.length })}</p>
          <ul className={styles.licenses}>
            {licenses.map((license) => (
              <li key={`${license.name}@${license.version}`}>
                <details>
                  <summary>
                    {license.name} {license.version} <span>{license.identifier}</span>
                  </summary>
                  {/* It scrolls, so the keyboard must reach it. */}
                  <pre className={styles.text} tabIndex={0}>
                    {license.text === '' ? words('none') : license.text}
                  </pre>
                </details>
              </li>
            ))}
          </ul>
          <p>{words('electron')}</p>
        </>
      )}
    </section>
  )
}
