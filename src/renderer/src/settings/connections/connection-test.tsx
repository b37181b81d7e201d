import { Check, CircleDashed, LoaderCircle, Minus, Play, Square, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { TestStep } from '#shared/connection-test'

import { useErrorSentence } from '../../i18n/use-error-sentence'
import { ActionButton } from '../../ui/action-button'
import { useSettingsSession } from '../use-settings'
import styles from './connections.module.css'

const ICONS = {
  waiting: CircleDashed,
  running: LoaderCircle,
  'not-reached': Minus,
  passed: Check,
  failed: X,
} as const

interface ConnectionTestProps {
  readonly connectionId: string
  /** For what is typed and not saved yet; resolves with whether it was saved, which is tested then. */
  readonly saveFirst: (() => Promise<boolean>) | undefined
}

/** Walks the way of a request step by step, live, and stops at the one that fails. */
export function ConnectionTest({ connectionId, saveFirst }: ConnectionTestProps) {
  const words = useTranslations('connections.test')
  const { ask, onTest } = useSettingsSession()
  const [testId, setTestId] = useState<string>()
  const [steps, setSteps] = useState<readonly TestStep[]>([])
  const [isRunning, setIsRunning] = useState(false)

  useEffect(() => onTest((event) => event.testId === testId && setSteps(event.steps)), [onTest, testId])

  async function run(): Promise<void> {
    if (saveFirst !== undefined && !(await saveFirst())) return
    const id = crypto.randomUUID()
    setTestId(id)
    setSteps([])
    setIsRunning(true)
    const answer = await ask('testConnection', { testId: id, connectionId })
    setIsRunning(false)
    if (answer !== undefined) setSteps(answer.steps)
  }

  const failed = steps.find(({ status }) => status === 'failed')
  const isOver = !isRunning && steps.length > 0
  return (
    <section className={styles.test} aria-label={words('label')}>
      <div className={styles.buttons}>
        {isRunning ? (
          <ActionButton
            icon={Square}
            label={words('stop')}
            onPress={() => void (testId && ask('stopConnectionTest', { testId }))}
          />
        ) : (
          <ActionButton
            icon={Play}
            label={words(saveFirst === undefined ? 'run' : 'saveAndRun')}
            onPress={() => void run()}
          />
        )}
      </div>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
      <p role="status" className={styles.facts}>
        {isOver &&
          (failed === undefined ? words('passed') : words('failed', { step: words(`steps.${failed.name}`) }))}
      </p>
    </section>
  )
}

function Step({ step }: { readonly step: TestStep }) {
  const words = useTranslations('connections.test')
  const sentence = useErrorSentence()
  const Icon = ICONS[step.status]
  return (
    <li className={styles.step} data-status={step.status}>
      <Icon size="1rem" strokeWidth={2} aria-hidden />
      <span>
        {words(`steps.${step.name}`)}
        <span className="visually-hidden"> {words(`status.${step.status}`)}</span>
      </span>
      {'ms' in step && <span className={styles.facts}>{words('ms', { ms: Math.round(step.ms) })}</span>}
      {step.status === 'passed' && step.detail !== undefined && (
        <span className={styles.detail}>{step.detail}</span>
      )}
      {step.status === 'failed' && (
        <div className={styles.detail}>
          <p>{sentence(step.error)}</p>
          {step.fix?.command !== undefined && <code className={styles.command}>{step.fix.command}</code>}
          {step.fix?.page !== undefined && (
            <a href={step.fix.page} target="_blank" rel="noreferrer">
              {step.fix.page}
            </a>
          )}
        </div>
      )}
    </li>
  )
}
