import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { AppErrorCode, AppErrorFacts } from '#shared/app-error'

import { en } from '../i18n/en'
import type { Locale } from '../i18n/locale'
import { WordsProvider } from '../i18n/words-provider'
import { useErrorSentence } from './use-error-sentence'

const CODES = Object.keys(en.errors) as AppErrorCode[]

const ALL_FACTS: AppErrorFacts = {
  host: 'example.com',
  modelId: 'gemini-flash',
  location: 'tokyo',
  project: 'my-project',
  retryAfterSeconds: 7,
}

function sentence(code: AppErrorCode, locale: Locale, facts?: AppErrorFacts): string {
  const { result } = renderHook(useErrorSentence, {
    wrapper: ({ children }) => <WordsProvider locale={locale}>{children}</WordsProvider>,
  })
  return result.current({ code, detail: 'never shown', ...(facts && { facts }) })
}

describe('useErrorSentence', () => {
  it.each(['en', 'ja'] as const)(
    'has whole sentences for every code, with and without facts (%s)',
    (locale) => {
      const sentences = CODES.flatMap((code) => [sentence(code, locale), sentence(code, locale, ALL_FACTS)])
      const broken = sentences.filter(
        (text) => !/[.。]$/.test(text) || /[{}#]|none|never shown|errors\./.test(text),
      )
      expect(broken).toEqual([])
    },
  )

  it('names what is known', () => {
    expect([
      sentence('model-not-found', 'en', { modelId: 'gemini-flash', location: 'tokyo' }),
      sentence('host-not-found', 'ja', { host: 'example.com' }),
      sentence('stalled', 'ja', { silentSeconds: 60 }),
    ]).toEqual([
      'gemini-flash is not available in tokyo. Choose another model above, then try again.',
      'example.com が見つかりません。インターネット接続を確認して、もう一度お試しください。',
      '60秒間何も届かなかったため、待つのをやめました。もう一度お試しください。',
    ])
  })

  it.each([
    [undefined, 'Wait a moment, then try again.'],
    [1, 'Wait 1 second, then try again.'],
    [30, 'Wait 30 seconds, then try again.'],
  ])('says how long to wait when the provider asked for %s seconds', (retryAfterSeconds, ending) => {
    const facts = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
    expect(sentence('rate-limited', 'en', facts)).toContain(ending)
  })
})
