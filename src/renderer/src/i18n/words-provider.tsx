import type { ReactNode } from 'react'
import { IntlProvider, type Messages } from 'use-intl'

import { en } from './en'
import { ja } from './ja'
import type { Locale } from './locale'
import type { Words } from './words'

const WORDS: Readonly<Record<Locale, Words>> = { en, ja }

interface WordsProviderProps {
  readonly locale: Locale
  /** Instead of that language's own. */
  readonly words?: Words | undefined
  readonly children: ReactNode
}

/** Every visible word and every label below it comes from here. */
export function WordsProvider({ locale, words = WORDS[locale], children }: WordsProviderProps) {
  // The library takes the English texts for the type of the messages, because it reads their arguments from them.
  const messages = words as Messages
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}
