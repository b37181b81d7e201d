import { useTranslations } from 'use-intl'

import styles from './panel.module.css'

export function PrivacyPanel() {
  const words = useTranslations('settings.privacy')
  return (
    <div className={styles.prose}>
      <p>{words('telemetry')}</p>
      <p>{words('prompts')}</p>
      <p>{words('keys')}</p>
      <p>{words('page')}</p>
    </div>
  )
}
