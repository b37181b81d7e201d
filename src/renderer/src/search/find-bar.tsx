import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

import { isCommand } from '../ui/command-key'
import { IconButton } from '../ui/icon-button'
import { isComposing } from '../ui/is-composing'
import { useReturnedFocus } from '../ui/use-returned-focus'
import styles from './find-bar.module.css'
import { type FindHit, findHits, indexOfHit, type SoughtMessage } from './find-hits'
import { hitRect, useFindHighlights } from './use-find-highlights'

/** A place in a conversation to go to. */
export interface SoughtPlace {
  readonly messageId: string
  /** Where it is on the screen, once its message is drawn. */
  readonly rect: () => DOMRect | undefined
}

interface FindBarProps {
  /** Of the branch that is shown, with every word that has arrived. */
  readonly messages: readonly SoughtMessage[]
  readonly onSeek: (place: SoughtPlace) => void
  readonly onClose: () => void
}

/** Looks in one conversation, through what was said and not through what is drawn of it. */
export function FindBar({ messages, onSeek, onClose }: FindBarProps) {
  const words = useTranslations('find')
  const [text, setText] = useState('')
  const [current, setCurrent] = useState<FindHit>()
  const field = useRef<HTMLInputElement>(null)
  const hits = findHits(messages, text)
  const index = current === undefined ? -1 : indexOfHit(hits, current, messages)
  useReturnedFocus()
  useFindHighlights({ messages, text, hit: hits[index] })

  function seek(hit: FindHit | undefined, sought: string): void {
    setCurrent(hit)
    const message = messages.find(({ id }) => id === hit?.messageId)
    if (hit === undefined || message === undefined) return
    onSeek({ messageId: hit.messageId, rect: () => hitRect(message, sought, hit.nth) })
  }

  function type(next: string): void {
    setText(next)
    const found = findHits(messages, next)
    const from = current ?? { messageId: firstInView() ?? '', nth: 0 }
    seek(found[indexOfHit(found, from, messages)], next)
  }

  function step(by: 1 | -1): void {
    if (hits.length > 0) seek(hits[(index + by + hits.length) % hits.length], text)
  }

  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (isComposing(event)) return
    const key = event.key.toLowerCase()
    const isNext = key === 'f3' || (key === 'g' && (isCommand(event) || isCommand(event, true)))
    if (key === 'f' && isCommand(event)) field.current?.select()
    else if (isNext) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  function pressInField(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return event.stopPropagation()
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className={styles.bar} aria-label={words('label')} onKeyDown={pressInField}>
      <input
        ref={field}
        className={styles.field}
        aria-label={words('field')}
        placeholder={words('field')}
        spellCheck={false}
        autoFocus
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <p className={styles.count} role="status">
        {text !== '' && words('count', { index: index + 1, count: hits.length })}
      </p>
      <IconButton icon={ChevronUp} label={words('previous')} onPress={() => step(-1)} />
      <IconButton icon={ChevronDown} label={words('next')} onPress={() => step(1)} />
      <IconButton icon={X} label={words('close')} onPress={onClose} />
    </search>
  )
}

/** The message that the reader is at. */
function firstInView(): string | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-message]')]
  return all.find((message) => message.getBoundingClientRect().bottom > 0)?.dataset['message']
}
