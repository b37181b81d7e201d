import { Cloud, HardDrive, KeyRound, Sparkles } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'

import { Dialog } from '../../ui/dialog'
import { useSettings, useSettingsSession } from '../use-settings'
import { useConnections } from './use-connections'
import styles from './welcome.module.css'

interface WelcomeProps {
  /** The next step after the decision: the form of a connection, or all of them. */
  readonly onConnect: (connectionId: string | undefined) => void
}

/** The first question of a new user. It is asked until it is answered, and never again. */
export function Welcome({ onConnect }: WelcomeProps) {
  const words = useTranslations('connections.welcome')
  const { change } = useSettingsSession()
  const { values } = useSettings()
  const { known } = useConnections()
  const isFound = (id: string) =>
    known?.connections.some(
      ({ provider, origin, hasCredentials }) =>
        provider === id && (origin !== 'built-in' || hasCredentials === true),
    ) ?? false
  const demo = useRef<HTMLButtonElement>(null)
  const offers = (id: string) => known?.providers.some((provider) => provider.id === id) ?? false

  function decide(next?: () => void): void {
    void change({ isWelcomed: true })
    next?.()
  }

  const choices = [
    { icon: Sparkles, title: words('demo'), hint: words('demoHint'), next: undefined, isOffered: true },
    {
      icon: Cloud,
      title: words('vertex'),
      hint: words(isFound('vertex') ? 'vertexFound' : 'vertexNotFound'),
      next: () => onConnect('vertex'),
      isOffered: offers('vertex'),
    },
    {
      icon: KeyRound,
      title: words('key'),
      hint: words('keyHint'),
      next: () => onConnect(undefined),
      isOffered: known?.providers.some(({ isAddable }) => isAddable) ?? false,
    },
    {
      icon: HardDrive,
      title: words('local'),
      hint: words(isFound('ollama') ? 'localFound' : 'localNotFound'),
      next: () => onConnect('ollama'),
      isOffered: offers('ollama'),
    },
  ]
  return (
    <Dialog
      isOpen={!values.isWelcomed && known !== undefined}
      onClose={() => decide()}
      title={words('title')}
      description={words('subtitle')}
      focusFirst={demo}
    >
      <ul className={styles.choices}>
        {choices
          .filter(({ isOffered }) => isOffered)
          .map(({ icon: Icon, title, hint, next }, index) => (
            <li key={title}>
              <button
                type="button"
                ref={index === 0 ? demo : null}
                className={styles.choice}
                onClick={() => decide(next)}
              >
                <Icon size="1.25rem" strokeWidth={1.75} aria-hidden />
                <span>
                  <strong className={styles.title}>{title}</strong>
                  <span className={styles.hint}>{hint}</span>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </Dialog>
  )
}
