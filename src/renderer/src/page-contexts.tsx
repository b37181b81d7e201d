import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'

import type { ChatSession } from './chat/chat-session'
import { ChatSessionContext } from './chat/use-chat'
import type { Locale } from './i18n/locale'
import type { Words } from './i18n/words'
import { WordsProvider } from './i18n/words-provider'
import type { SettingsSession } from './settings/settings-session'
import { SettingsContext } from './settings/use-settings'
import { createCommands } from './ui/commands'
import { Notices } from './ui/notices'
import { PartBoundary } from './ui/part-boundary'
import { PreferencesContext } from './ui/preferences'
import type { Ticker } from './ui/ticker'
import { CommandsContext } from './ui/use-commands'
import { TickerContext } from './ui/use-ticking'

export interface PageContextsProps {
  readonly session: ChatSession
  readonly settings: SettingsSession
  /** The system's, for whoever has not chosen another. */
  readonly locale: Locale
  /** Instead of that language's own. */
  readonly words?: Words | undefined
  readonly ticker: Ticker
  readonly children: ReactNode
}

/** What every page of the app stands on: its language, settings, conversation, commands and notices. */
export function PageContexts({ session, settings, locale, words, ticker, children }: PageContextsProps) {
  const [commands] = useState(createCommands)
  const chosen = useStore(settings.store, ({ values }) => values.language)
  const language = chosen === 'system' ? locale : chosen

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return (
    <WordsProvider locale={language} words={words}>
      <SettingsContext value={settings}>
        <PreferencesContext value={settings.store}>
          <TickerContext value={ticker}>
            <CommandsContext value={commands}>
              <ChatSessionContext value={session}>
                <PartBoundary part="window">
                  <Notices>{children}</Notices>
                </PartBoundary>
              </ChatSessionContext>
            </CommandsContext>
          </TickerContext>
        </PreferencesContext>
      </SettingsContext>
    </WordsProvider>
  )
}
