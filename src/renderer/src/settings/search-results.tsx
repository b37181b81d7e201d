import { useTranslations } from 'use-intl'

import type { PanelId } from '#shared/panels'
import type { FoundPanel } from './find-settings'
import styles from './panel.module.css'
import { SettingControl } from './setting-control'

interface SearchResultsProps {
  readonly found: readonly FoundPanel[]
  readonly onPanel: (panel: PanelId) => void
}

/** What was found can be changed where it was found. */
export function SearchResults({ found, onPanel }: SearchResultsProps) {
  const words = useTranslations('settings')
  const count = found.reduce((sum, { settings }) => sum + Math.max(1, settings.length), 0)
  return (
    <div className={styles.found}>
      <p role="status" className="visually-hidden">
        {words('foundCount', { count })}
      </p>
      {found.length === 0 && <p className={styles.prose}>{words('foundNothing')}</p>}
      {found.map(({ panel, settings }) => (
        <section key={panel} aria-label={words(`panels.${panel}`)}>
          <button type="button" className={styles.foundPanel} onClick={() => onPanel(panel)}>
            {words(`panels.${panel}`)}
          </button>
          {settings.map((setting) => (
            <SettingControl key={setting.name} setting={setting} />
          ))}
        </section>
      ))}
    </div>
  )
}
