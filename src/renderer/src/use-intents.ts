import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'

import { assertNever } from '#shared/assert-never'
import type { PanelId } from '#shared/panels'
import type { Intent } from '#shared/requests/intents'

import { useChat, useChatSession } from './chat/use-chat'
import type { IntentSource } from './intent-source'
import { useNotify } from './ui/notices'

export interface IntentWays {
  readonly openSettings: (panel: PanelId) => void
  readonly importOpened: () => void
}

/** Does what links and files want, as soon as a conversation is open. All of it is seen, and nothing is sent. */
export function useIntents(source: IntentSource, { openSettings, importOpened }: IntentWays): void {
  const words = useTranslations('intents')
  const notify = useNotify()
  const { openConversation, startConversation, type } = useChatSession()
  const isOpen = useChat((state) => state.conversationId !== undefined)

  async function write(prompt: string): Promise<void> {
    // A new one even where another was begun: what is typed there stays.
    await openConversation(source.newId())
    type(prompt)
    document.querySelector<HTMLElement>('[data-composer]')?.focus()
    notify({ text: words('written') })
  }

  async function meet(intent: Intent): Promise<void> {
    switch (intent.kind) {
      case 'new':
        return intent.prompt === undefined ? startConversation() : write(intent.prompt)
      case 'conversation':
        return openConversation(intent.conversationId)
      case 'settings':
        return openSettings(intent.panel ?? 'general')
      case 'import':
        return importOpened()
      case 'refused':
        return notify({ text: words(`refused.${intent.reason}`) })
      default:
        return assertNever(intent)
    }
  }

  const meetAll = useEffectEvent(async () => {
    for (const intent of await source.take()) await meet(intent)
  })
  useEffect(() => {
    if (!isOpen) return
    void meetAll()
    return source.onMore(() => void meetAll())
  }, [source, isOpen])
}
