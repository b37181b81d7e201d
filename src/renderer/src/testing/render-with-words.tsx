import { render, type RenderResult } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'

import type { Locale } from '../i18n/locale'
import { WordsProvider } from '../i18n/words-provider'
import { createWindowTicker } from '../ui/ticker'
import { TickerContext } from '../ui/use-ticking'

/** Renders a part of the window with the words and the clock that it needs. */
export function renderWithWords(part: ReactElement, locale: Locale = 'en'): RenderResult {
  const ticker = createWindowTicker()
  return render(part, {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <WordsProvider locale={locale}>
        <TickerContext value={ticker}>{children}</TickerContext>
      </WordsProvider>
    ),
  })
}
