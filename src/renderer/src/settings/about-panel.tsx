import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { About } from '#shared/requests/settings'

import { DiagnosticsSection } from './diagnostics-section'
import { LicenseList } from './updates/license-list'
import { UpdateSection } from './updates/update-section'
import styles from './panel.module.css'
import { useSettingsSession } from './use-settings'

export function AboutPanel() {
  const words = useTranslations('settings.about')
  const { ask } = useSettingsSession()
  const [about, setAbout] = useState<About>()

  useEffect(() => {
    let isHere = true
    void ask('readAbout', {}).then((answer) => isHere && setAbout(answer))
    return () => {
      isHere = false
    }
  }, [ask])

  if (about === undefined) return null
  const facts = [
    [words('version'), about.version],
    ['Electron', about.electron],
    ['Chromium', about.chromium],
    ['Node', about.node],
    [words('folder'), about.folder],
    ...(about.policy === undefined ? [] : [[words('policy'), about.policy.file] as const]),
    [words('license'), 'Apache-2.0'],
  ] as const
  return (
    <div className={styles.prose}>
      <p>{words('what')}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      {about.policy?.isBroken === true && <p role="alert">{words('policyBroken')}</p>}
      <UpdateSection />
      <DiagnosticsSection />
      <LicenseList />
    </div>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
