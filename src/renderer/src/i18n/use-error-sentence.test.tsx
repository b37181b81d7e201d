import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { AppErrorCode, AppErrorFacts } from '#shared/app-error'

import { en } from './en'
import type { Locale } from './locale'
import { WordsProvider } from './words-provider'
import { type ErrorSituation, useErrorSentence } from './use-error-sentence'

const CUT_CODES = Object.keys(en.cut) as AppErrorCode[]
const CODES = Object.keys(en.errors) as AppErrorCode[]

const ALL_FACTS: AppErrorFacts = {
  host: 'example.com',
  modelId: 'gemini-flash',
  location: 'tokyo',
  project: 'my-project',
  file: 'C:\\keys\\key.json',
  retryAfterSeconds: 7,
}
const OF_CONNECTION: AppErrorFacts = { ...ALL_FACTS, connection: 'My Azure' }

interface Told extends ErrorSituation {
  readonly facts?: AppErrorFacts | undefined
}

function sentence(code: AppErrorCode, locale: Locale, { facts, ...situation }: Told = {}): string {
  const { result } = renderHook(useErrorSentence, {
    wrapper: ({ children }) => <WordsProvider locale={locale}>{children}</WordsProvider>,
  })
  return result.current({ code, detail: 'never shown', ...(facts && { facts }) }, situation)
}

describe('useErrorSentence', () => {
  it.each(['en', 'ja'] as const)(
    'has whole sentences for every code, with and without facts (%s)',
    (locale) => {
      const sentences = [undefined, ALL_FACTS, OF_CONNECTION].flatMap((facts) => [
        ...CODES.map((code) => sentence(code, locale, { facts })),
        ...CUT_CODES.map((code) => sentence(code, locale, { facts, isCut: true })),
      ])
      const broken = sentences.filter(
        (text) => !/[.。]$/.test(text) || /[{}#]|none|never shown|errors\./.test(text),
      )
      expect(broken).toEqual([])
    },
  )

  it.each(['en', 'ja'] as const)(
    'says what Microsoft Entra ID did not like, and where to mend it (%s)',
    (locale) => {
      const refusals = [
        'wrong-secret',
        'expired-secret',
        'unknown-client',
        'unknown-tenant',
        'other',
      ] as const
      const told = refusals.map((entraRefusal) =>
        sentence('entra-refused', locale, { facts: { connection: 'My Azure', entraRefusal } }),
      )
      expect(new Set(told).size).toBe(refusals.length)
      expect(told.filter((text) => !/My Azure.*[.。]$/.test(text))).toEqual([])
      const expired = (resource?: string) =>
        sentence('token-expired', locale, {
          facts: { connection: 'My Azure', ...(resource === undefined ? {} : { resource }) },
        })
      const command = 'az account get-access-token --resource https://cognitiveservices.azure.'
      expect(expired()).toMatch(new RegExp(`My Azure.*${command}com`))
      expect(expired('https://cognitiveservices.azure.us')).toContain(`${command}us`)
    },
  )

  it.each(['en', 'ja'] as const)('says what Google misses beside the role of a model (%s)', (locale) => {
    const told = (['billing', 'project-role'] as const).flatMap((lack) =>
      (['no-credit', 'permission-denied'] as const).flatMap((code) =>
        [{ lack }, { lack, project: 'my-project' }, { lack, connection: 'Work', project: 'my-project' }].map(
          (facts) => sentence(code, locale, { facts }),
        ),
      ),
    )
    expect(
      told.filter((text) => !/(Billing|課金|Service Usage).*[.。]$/.test(text) || /[{}]/.test(text)),
    ).toEqual([])
    expect(told.filter((text) => text.includes('my-project'))).toHaveLength(8)
  })

  it('names the connection instead of Google, and the successor of a model that is no more', () => {
    const facts = { connection: 'My Azure', modelId: 'azure-2/gpt-5.4', location: 'tokyo' }
    const retired = { ...facts, modelId: 'vertex/gemini-2.5-pro', successor: 'gemini-3.1-pro-preview' }
    const codes = ['key-refused', 'missing-credentials', 'permission-denied', 'model-not-found'] as const
    const told = (['en', 'ja'] as const).flatMap((locale) =>
      codes.map((code) => sentence(code, locale, { facts })),
    )
    expect(told.filter((text) => !text.includes('My Azure') || /Google|gcloud|azure-2/.test(text))).toEqual(
      [],
    )
    expect(sentence('model-not-found', 'en', { facts: retired })).toBe(
      'gemini-2.5-pro has been retired by its provider. Choose its successor gemini-3.1-pro-preview above, then try again.',
    )
  })

  it.each(['en', 'ja'] as const)('says of a connection without a model that it has none (%s)', (locale) => {
    const said = sentence('model-not-found', locale, { facts: { connection: 'My server', modelId: 'mine/' } })
    expect(said).toMatch(
      locale === 'en' ? /^“My server” has no model yet\./ : /^「My server」にはまだモデルがありません。/,
    )
  })

  it('names what is known', () => {
    expect([
      sentence('model-not-found', 'en', { facts: { modelId: 'gemini-flash', location: 'tokyo' } }),
      sentence('host-not-found', 'ja', { facts: { host: 'example.com' } }),
      sentence('stalled', 'ja', { facts: { silentSeconds: 60 } }),
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
    expect(sentence('rate-limited', 'en', { facts })).toContain(ending)
  })

  it.each(['rate-limited', 'offline', 'host-not-found', 'tls-failed'] as const)(
    'tells the reader of %s to continue where words are there',
    (code) => {
      const said = (locale: Locale) => sentence(code, locale, { isCut: true, facts: { host: 'example.com' } })
      expect(said('en')).toMatch(/What arrived is kept\..* continue\.$/)
      expect(said('ja')).toMatch(/残っています。.*続けてください。$/)
    },
  )

  it('says that a pause is over, and that the reply can go on where words are there', () => {
    expect([
      sentence('rate-limited', 'en', { secondsToWait: 0 }),
      sentence('rate-limited', 'en', { secondsToWait: 0, isCut: true }),
    ]).toEqual([
      expect.stringMatching(/The pause is over: try again\.$/),
      expect.stringMatching(/The pause is over: continue\.$/),
    ])
  })

  it.each(['en', 'ja'] as const)(
    'names the role that acting as an account lacks, and its command (%s)',
    (locale) => {
      const facts = { account: 'robot@p.iam.gserviceaccount.com', member: 'user:me@x.org' }
      const said = sentence('impersonation-denied', locale, { facts })
      expect(said).toContain(
        `gcloud iam service-accounts add-iam-policy-binding ${facts.account} --member="user:me@x.org" --role=roles/iam.serviceAccountTokenCreator`,
      )
      expect(said).not.toContain('application-default login')
    },
  )

  it.each(['missing-credentials', 'rejected-credentials'] as const)(
    'names the credentials file of %s, and sends nobody to a login that is not used',
    (code) => {
      const facts = { file: '/home/me/key.json' }
      const said = [sentence(code, 'en', { facts }), sentence(code, 'ja', { facts })]
      expect(said.filter((text) => !text.includes('/home/me/key.json') || text.includes('gcloud'))).toEqual(
        [],
      )
      expect(sentence(code, 'en')).toContain('gcloud auth application-default login')
    },
  )

  it.each([
    ['en', 'not-kept', /could not be saved.*Free .*then try again\.$/],
    ['ja', 'not-kept', /保存できません.*空き容量.*もう一度お試しください。$/],
  ] as const)('tells what to do when the disk is full (%s)', (locale, code, expected) => {
    expect(sentence(code, locale)).toMatch(expected)
  })

  it('does not claim that words are safe when nobody knows', () => {
    expect([sentence('unexpected', 'en'), sentence('unexpected', 'ja')].join()).not.toMatch(/safe|残って/)
  })
})
