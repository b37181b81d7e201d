import { ArrowUp, Square, SquareSlash } from 'lucide-react'
import { type FormEvent, type RefObject, useRef } from 'react'
import { useTranslations } from 'use-intl'

import { showKeys } from '../ui/command-key'
import { IconButton } from '../ui/icon-button'
import { onSendKey } from '../ui/on-enter'
import { usePreference } from '../ui/preferences'
import { TextArea } from '../ui/text-area'
import { useCommands } from '../ui/use-commands'
import { useCompletion } from '../ui/use-completion'
import { useHint } from '../ui/use-hint'
import styles from './composer.module.css'

/** They are left over from pasting; everything else was meant. The look behind keeps the search linear. */
const LAST_BREAKS = /(?<!\n)\n+$/

export interface ComposerProps {
  readonly ref?: RefObject<HTMLTextAreaElement | null>
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
  const own = useRef<HTMLTextAreaElement>(null)
  const field = ref ?? own
  const completion = useCompletion({ field, text: draft, onText: onDraft })
  const insertPrompt = (): void => completion.begin('/')

  useCommands(() => {
    const command = { id: 'prompts', title: words('prompts'), keywords: words('promptsKeywords') } as const
    return completion.isOffered ? [{ ...command, run: insertPrompt }] : []
  })

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
      {completion.popup}
      {completion.isOffered && (
        <IconButton
          icon={SquareSlash}
          label={words('prompts')}
          hint={hint(words('prompts'), 'prompts')}
          onPress={insertPrompt}
        />
      )}
      <TextArea
        {...completion.fieldProps}
        field={field}
        className={styles.field}
        data-composer
        aria-label={words('label')}
        placeholder={words('placeholder')}
        rows={1}
        autoFocus
        value={draft}
        onChange={(event) => {
          completion.follow(event)
          onDraft(event.target.value)
        }}
        onKeyDown={(event) => {
          completion.press(event)
          if (!event.defaultPrevented) onSendKey(sendKey, send)(event)
        }}
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
