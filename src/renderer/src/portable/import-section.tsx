import { Check, FileInput, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'

import { ActionButton } from '../ui/action-button'
import styles from './data-panel.module.css'
import type { Portable } from './portable'
import { useReadImport } from './use-read-import'
import type { FoundImport, Work } from './work'

interface ImportSectionProps {
  readonly portable: Portable
  readonly work: Work
}

/** First what a file would add, then the adding. */
export function ImportSection({ portable, work }: ImportSectionProps) {
  const words = useTranslations('portable')
  const { store } = work
  const found = useStore(store, (state) => state.found)
  const id = useId()
  const read = useReadImport(portable, work)

  function add(): void {
    void work.run(portable.addImport, () => {
      store.setState({ found: undefined })
      return words('added')
    })
  }

  function discard(): void {
    portable.dropImport()
    store.setState({ found: undefined })
  }

  return (
    <section data-section="import" className={styles.section} aria-labelledby={`${id}title`}>
      <h4 id={`${id}title`}>{words('import')}</h4>
      <p>{words('importNote')}</p>
      <div className={styles.row}>
        <ActionButton icon={FileInput} label={words('importAction')} onPress={() => read()} />
      </div>
      {found !== undefined && (
        <div className={styles.found}>
          <FoundReport {...found} />
          <div className={styles.row}>
            <ActionButton icon={X} label={words('discard')} onPress={discard} />
            {found.report.messages.fresh + found.report.presets.fresh > 0 && (
              <ActionButton icon={Check} label={words('add')} isPrimary onPress={add} />
            )}
          </div>
        </div>
      )}
    </section>
  )
}

function FoundReport({ name, report }: FoundImport) {
  const words = useTranslations('portable')
  const { conversations, messages, presets, titles, problems, problemCount } = report
  return (
    <>
      <h5>{words('found', { name })}</h5>
      <p>{words('fresh', { conversations: conversations.fresh, messages: messages.fresh })}</p>
      {presets.fresh > 0 && <p>{words('freshPrompts', { prompts: presets.fresh })}</p>}
      <p>{words('known', { messages: messages.known })}</p>
      {titles.length > 0 && (
        <ul>
          {titles.map((title, index) => (
            <li key={index}>{title}</li>
          ))}
        </ul>
      )}
      {problemCount > 0 && (
        <details>
          <summary>{words('problems', { count: problemCount })}</summary>
          <ul>
            {problems.map(({ place, reason, detail }, index) => (
              <li key={index}>
                <code>{place}</code>{' '}
                {detail === ''
                  ? words(`reasons.${reason}`)
                  : words('reasonAt', { reason: words(`reasons.${reason}`), detail })}
              </li>
            ))}
            {problemCount > problems.length && (
              <li>{words('moreProblems', { count: problemCount - problems.length })}</li>
            )}
          </ul>
        </details>
      )}
    </>
  )
}
