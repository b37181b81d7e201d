import { Download, RefreshCw, RotateCw } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { assertNever } from '#shared/assert-never'
import type { UpdateState } from '#shared/update'

import { MarkdownView } from '../../markdown/markdown-view'
import { ActionButton } from '../../ui/action-button'
import { useSettingsSession } from '../use-settings'
import styles from './updates.module.css'
import { useUpdate } from './use-update'

/** Whether there is a newer version, what is new in it, and the next step towards it. */
export function UpdateSection() {
  const words = useTranslations('updates')
  const update = useUpdate()
  const sentence = useSentence(update)
  const release = 'release' in update ? update.release : undefined
  return (
    <section className={styles.section} aria-label={words('title')}>
      <h4 className={styles.title}>{words('title')}</h4>
      <p role="status">{sentence}</p>
      {update.step === 'downloading' && (
        <progress
          className={styles.progress}
          aria-label={words('progress', { version: update.release.version })}
          max={100}
          value={update.percent}
        />
      )}
      {update.step === 'hindered' && update.page !== undefined && (
        <a href={update.page} target="_blank" rel="noreferrer">
          {words('page')}
        </a>
      )}
      <NextStep update={update} />
      {release !== undefined && release.notes !== '' && (
        <article
          className={styles.notes}
          aria-label={words('notes', { version: release.version })}
          // It scrolls, so the keyboard must reach it.
          tabIndex={0}
        >
          <MarkdownView text={release.notes} isLive={false} />
        </article>
      )}
    </section>
  )
}

function useSentence(update: UpdateState): string {
  const words = useTranslations('updates')
  switch (update.step) {
    case 'hindered':
      return words(`hindered.${update.by}`)
    case 'failed':
      return words(`problems.${update.problem}`)
    case 'found':
    case 'downloading':
      return words(`steps.${update.step}`, { version: update.release.version })
    case 'ready':
      return words(update.waits ? 'steps.waits' : 'steps.ready', { version: update.release.version })
    case 'idle':
      return ''
    case 'checking':
    case 'current':
    case 'installing':
      return words(`steps.${update.step}`)
    default:
      return assertNever(update)
  }
}

/** The one button that leads on. There is none while something is under way. */
function NextStep({ update }: { readonly update: UpdateState }) {
  const words = useTranslations('updates')
  const { ask } = useSettingsSession()
  const check = (label: string) => (
    <ActionButton icon={RefreshCw} label={label} onPress={() => void ask('checkForUpdate', {})} />
  )
  const download = (label: string) => (
    <ActionButton isPrimary icon={Download} label={label} onPress={() => void ask('downloadUpdate', {})} />
  )
  switch (update.step) {
    case 'idle':
      return check(words('check'))
    case 'current':
      return check(words('checkAgain'))
    case 'found':
      return download(words('download'))
    case 'failed':
      return update.release === undefined ? check(words('checkAgain')) : download(words('downloadAgain'))
    case 'ready':
      return update.waits ? null : (
        <ActionButton
          isPrimary
          icon={RotateCw}
          label={words('install')}
          onPress={() => void ask('installUpdate', {})}
        />
      )
    case 'hindered':
    case 'checking':
    case 'downloading':
    case 'installing':
      return null
    default:
      return assertNever(update)
  }
}
