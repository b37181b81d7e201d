import { ArrowUp, Square } from 'lucide-react'
import type { FormEvent, Ref } from 'react'
import { useTranslations } from 'use-intl'

import { showKeys } from '../ui/command-key'
import { onSendKey } from '../ui/on-enter'
import { usePreference } from '../ui/preferences'
import { useHint } from '../ui/use-hint'
import styles from './composer.module.css'

/** They are left over from pasting; everything else was meant. The look behind keeps the search linear. */
const LAST_BREAKS = /(?<!\n)\n+$/

export interface ComposerProps {
  readonly ref?: Ref<HTMLTextAreaElement>
  /** What is typed so far. */
  readonly draft: string
  readonly onDraft: (draft: string) => void
  readonly isLive: boolean
  /** False while there is nobody to send to. What is typed stays. */
  readonly canSend: boolean
  readonly onSend: (text: string) => void
  readonly onStop: () => void
}

export function Composer({ ref, draft, onDraft, isLive, canSend, onSend, onStop }: ComposerProps) {
  const words = useTranslations('composer')
  const hint = useHint()
  const sendKey = usePreference('sendKey')
  const isBlank = draft.trim() === ''

  function send(): void {
    if (isBlank || isLive || !canSend) return
    onSend(draft.replace(LAST_BREAKS, ''))
    onDraft('')
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    send()
  }

  return (
    <form className={styles.composer} aria-label={words('placeholder')} onSubmit={submit}>
      <textarea
        ref={ref}
        className={styles.field}
        data-composer
        aria-label={words('label')}
        placeholder={words('placeholder')}
        rows={1}
        autoFocus
        value={draft}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={onSendKey(sendKey, send)}
      />
      {isLive ? (
        <button
          type="button"
          className={styles.stop}
          aria-label={words('stop')}
          title={hint(words('stop'), 'stop')}
          onClick={onStop}
        >
          <Square size="0.75rem" fill="currentColor" aria-hidden />
        </button>
      ) : (
        <button
          className={styles.send}
          aria-label={words('send')}
          title={words('sendHint', { keys: sendKey === 'enter' ? 'Enter' : showKeys('Mod+Enter') })}
          disabled={isBlank || !canSend}
        >
          <ArrowUp size="1.125rem" strokeWidth={2.25} aria-hidden />
        </button>
      )}
    </form>
  )
}
