import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

import { isComposing } from '../ui/is-composing'
import { onEnter } from '../ui/on-enter'
import { TextArea } from '../ui/text-area'
import styles from './prompt-editor.module.css'

interface PromptEditorProps {
  readonly text: string
  readonly canSend: boolean
  readonly onSend: (text: string) => void
  readonly onCancel: () => void
}

/** A prompt that is worded anew, in its place. Enter sends it, Esc leaves it as it was. */
export function PromptEditor({ text, canSend, onSend, onCancel }: PromptEditorProps) {
  const words = useTranslations('messageActions')
  const dialog = useTranslations('dialog')
  const [draft, setDraft] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  const isReady = canSend && draft.trim() !== ''

  useEffect(() => {
    field.current?.setSelectionRange(text.length, text.length)
  }, [text])

  function send(): void {
    if (isReady) onSend(draft)
  }

  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        field={field}
        className={styles.field}
        aria-label={words('editField')}
        value={draft}
        rows={1}
        autoFocus
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          onEnter(send)(event)
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          event.stopPropagation()
          onCancel()
        }}
      />
      <div className={styles.buttons}>
        <button type="button" className={styles.cancel} onClick={onCancel}>
          {dialog('cancel')}
        </button>
        <button className={styles.send} disabled={!isReady}>
          {words('sendEdit')}
        </button>
      </div>
    </form>
  )
}
