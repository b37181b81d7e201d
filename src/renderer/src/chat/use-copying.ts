import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'

import type { Message } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import { isCommand } from '../ui/command-key'
import { conversationMarkdown, type SpokenPart } from './conversation-markdown'
import { describeModel } from './describe-model'
import { type SelectedMessage, selectedMessages } from './selected-messages'
import { toMarkdown } from './to-markdown'
import { toRichText } from './to-rich-text'

interface CopyingOptions {
  /** The conversation in the page; null until it is there. */
  readonly log: HTMLElement | null
  readonly messages: readonly Message[]
  readonly models: readonly ModelChoice[]
}

/**
 * Copies what is selected in a conversation: as Markdown, with all that has arrived, also of messages that are not in the
 * page; and as rich text where all of it is. Ctrl+A in the conversation selects it whole.
 */
export function useCopying({ log, messages, models }: CopyingOptions): void {
  const words = useTranslations('prompt')

  function toSpoken(selected: readonly SelectedMessage[]): readonly SpokenPart[] {
    const byId = new Map(messages.map((message) => [message.id, message]))
    return selected.map(({ id, part }) => {
      const message = byId.get(id)
      const speaker =
        message?.role === 'assistant' ? describeModel(models, message.modelId).name : words('label')
      return { speaker, markdown: part === 'whole' ? (message?.text ?? '') : toMarkdown(part) }
    })
  }

  const copy = useEffectEvent((event: ClipboardEvent) => {
    const selection = document.getSelection()
    if (log === null || event.clipboardData === null || isField(document.activeElement)) return
    if (selection === null || selection.isCollapsed) return
    const ids = messages.map(({ id }) => id)
    const selected = selectedMessages(selection.getRangeAt(0), log, ids)
    const markdown = conversationMarkdown(toSpoken(selected))
    if (markdown === '') return
    event.clipboardData.setData('text/plain', markdown)
    const rich = selected.map(toRich)
    if (!rich.includes(undefined)) event.clipboardData.setData('text/html', rich.join('\n'))
    event.preventDefault()
  })

  const selectAll = useEffectEvent((event: KeyboardEvent) => {
    const { firstElementChild: top, lastElementChild: bottom } = log ?? {}
    if (event.key.toLowerCase() !== 'a' || !isCommand(event) || !top || !bottom) return
    document.getSelection()?.setBaseAndExtent(top, 0, bottom, 0)
    event.preventDefault()
  })

  useEffect(() => {
    document.addEventListener('copy', copy)
    return () => document.removeEventListener('copy', copy)
  }, [])

  useEffect(() => {
    if (log === null) return
    log.addEventListener('keydown', selectAll)
    return () => log.removeEventListener('keydown', selectAll)
  }, [log])
}

function toRich({ part, words }: SelectedMessage): string | undefined {
  const element = part === 'whole' ? words : part
  return element && toRichText(element)
}

/** A field copies its own words. */
function isField(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
}
