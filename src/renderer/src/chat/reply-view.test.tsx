import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import type { AppErrorCode } from '#shared/app-error'
import type { Reply } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import type { Locale } from '../i18n/locale'
import { MODELS } from '../testing/fake-bridge'
import { createReply } from '../testing/messages'
import { renderWithWords } from '../testing/render-with-words'
import type { Hearing } from './hearing'
import { createWishes } from '../testing/wishes'
import type { RemedyWishes } from './reply-remedies'
import { ReplyView } from './reply-view'

interface ViewOptions {
  readonly hearing?: Hearing
  readonly wishes?: RemedyWishes
  readonly onShown?: (replyId: string, shownLength: number) => void
  readonly onInspect?: (replyId: string) => void
  readonly locale?: Locale
  readonly models?: readonly ModelChoice[]
}

const nothing = () => {}

function view(reply: Reply, { hearing, wishes, models = MODELS, ...watch }: ViewOptions = {}) {
  const { onShown = nothing, onInspect = nothing } = watch
  const isLast = wishes !== undefined
  const rest = { models, hearing, fork: undefined, isLast, onShown, onInspect }
  return <ReplyView reply={reply} wishes={createWishes(wishes)} {...rest} />
}

function show(parts: Partial<Reply>, options: ViewOptions = {}) {
  renderWithWords(view(createReply(parts), options), options.locale)
  return within(screen.getByRole('article'))
}

/** The wishes of a last reply, and what was wished for. */
function listen() {
  const heard: string[] = []
  const wishes: RemedyWishes = {
    onContinue: (id) => heard.push(`continue ${id}`),
    onTryAgain: (id) => heard.push(`again ${id}`),
  }
  return { heard, wishes }
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

function failed(code: AppErrorCode): Partial<Reply> {
  return { progress: { status: 'failed', error: { code, detail: '' } } }
}

/** What a reader sees, frame by frame, when that text comes all at once. */
function watchFrames(text: string): readonly string[] {
  vi.useFakeTimers()
  const live = createReply({ text: '', progress: { status: 'streaming' } })
  const { rerender, unmount } = renderWithWords(view(live))
  rerender(view({ ...live, text }))
  const frames = Array.from({ length: 20 }, () => {
    pass(16)
    return shownText()
  })
  unmount()
  vi.useRealTimers()
  return frames
}

/** Without the rest of a word, which is laid out and not shown. */
function shownText(): string {
  const shown = document.querySelector('[data-reply-text]')?.cloneNode(true) as Element | undefined
  for (const ahead of shown?.querySelectorAll('[class*="_ahead_"]') ?? []) ahead.remove()
  return shown?.textContent ?? ''
}

describe('ReplyView', () => {
  it('lays a word out to its end before it shows it, and copies it whole', () => {
    vi.useFakeTimers()
    const live = createReply({ text: '', progress: { status: 'streaming' } })
    const { rerender } = renderWithWords(view(live))
    rerender(view({ ...live, text: 'Considerations flow' }))
    pass(16)
    expect([shownText(), document.querySelector('[data-reply-text]')?.textContent]).toEqual([
      expect.stringMatching(/^Con?$/),
      'Considerations',
    ])
    vi.useRealTimers()
  })

  it('types what is read, and takes no time for syntax', () => {
    const plain = watchFrames('See the guide, now.')
    const marked = watchFrames(`See **[the guide](https://example.com/${'long/'.repeat(60)})**, now.`)
    expect(new Set(plain).size).toBeGreaterThan(5)
    expect(marked).toEqual(plain)
  })

  it('draws Markdown, under the name of the model', () => {
    const reply = show({ text: '# Baseball\n\nA **game**.' })
    expect(screen.getByRole('article', { name: 'Gemini Flash' })).toHaveProperty('ariaBusy', 'false')
    expect(reply.getByRole('heading', { name: 'Baseball' })).toBeDefined()
    expect(reply.getByText('game').tagName).toBe('STRONG')
  })

  it('says that it waits, and offers nothing to copy', () => {
    const reply = show({ text: '', progress: { status: 'waiting' } })
    expect(reply.getByText('Waiting for the first word')).toBeDefined()
    expect(reply.queryByRole('button', { name: 'Copy' })).toBeNull()
    expect(screen.getByRole('article')).toHaveProperty('ariaBusy', 'true')
  })

  it('folds the thought, and draws it for those who open it', async () => {
    const reply = show({ thought: 'The reader likes *sports*.' })
    expect(reply.queryByText('sports')).toBeNull()
    await userEvent.click(reply.getByText('Thoughts'))
    expect(await reply.findByText('sports')).toBeDefined()
  })

  it.each([
    ['stopped', 'You stopped this answer.'],
    ['length', 'The answer reached the model’s length limit. Continue to read on.'],
    ['blocked', 'The provider’s safety filter ended this answer. Try putting the question differently.'],
  ] as const)('tells that it was %s', (reason, sentence) => {
    expect(show({ progress: { status: 'ended', reason } }).getByText(sentence)).toBeDefined()
  })

  it('keeps the words of a reply that failed, says what to do, and lets the prompt be sent again', async () => {
    const { heard, wishes } = listen()
    const reply = show(failed('connection-reset'), { wishes })
    expect(reply.getByText('A game of two teams.')).toBeDefined()
    expect(reply.getByText(/The connection broke in the middle of the answer\./)).toBeDefined()
    await userEvent.click(reply.getByRole('button', { name: 'Try again' }))
    expect(heard).toEqual(['again prompt-1'])
  })

  it.each([
    ['would be refused again', failed('bad-request'), { wishes: listen().wishes }],
    ['is not the last', failed('stalled'), {}],
  ])('offers no other try where the request %s', (_, parts, options) => {
    const reply = show(parts, options)
    expect(reply.queryByRole('button', { name: /Try again|Continue/ })).toBeNull()
  })

  it('is labelled as Demo where Demo speaks, even when it is no longer offered', () => {
    renderWithWords(view(createReply({ modelId: 'demo/gone' })))
    expect(screen.getByText('Demo')).toHaveProperty(
      'title',
      'A prepared answer, made on this computer. No model was asked.',
    )
  })

  it('copies what has arrived while less of it is shown, and confirms it', async () => {
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(1)
    const live = createReply({ text: 'A ', progress: { status: 'streaming' } })
    const user = userEvent.setup()
    const { rerender } = renderWithWords(view(live))
    rerender(view({ ...live, text: 'A game of two teams.' }))
    expect(screen.queryByText(/two teams/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe('A game of two teams.')
    expect(screen.getByRole('status').textContent).toBe('Copied')
  })

  it('says when it could not copy', async () => {
    const user = userEvent.setup()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    await user.click(show({}).getByRole('button', { name: 'Copy' }))
    expect(screen.getByRole('button', { name: 'Could not copy' })).toBeDefined()
  })
})

describe('a reply that was cut', () => {
  it.each([
    ['stopped', { status: 'ended', reason: 'stopped' }],
    ['at its length limit', { status: 'ended', reason: 'length' }],
    ['interrupted', { status: 'failed', error: { code: 'interrupted', detail: '' } }],
    ['stalled', { status: 'failed', error: { code: 'stalled', detail: '' } }],
    ['malformed', { status: 'failed', error: { code: 'malformed-stream', detail: '' } }],
    ['broken off by the provider', { status: 'failed', error: { code: 'provider-failed', detail: '' } }],
  ] as const)('can be continued when it was %s, or asked for anew', async (_, progress) => {
    const { heard, wishes } = listen()
    const reply = show({ progress }, { wishes })
    const labels = reply.getAllByRole('button').map((button) => button.textContent)
    expect(labels.filter((label) => label !== '')).toEqual(['Continue', 'Try again'])
    await userEvent.click(reply.getByRole('button', { name: 'Continue' }))
    await userEvent.click(reply.getByRole('button', { name: 'Try again' }))
    expect(heard).toEqual(['continue reply-1', 'again prompt-1'])
  })

  it.each([
    ['before its first word', { text: '', ...failed('interrupted') }],
    ['by a model that would refuse again', failed('request-refused')],
  ])('can only be asked for anew when it was cut %s', (_, parts) => {
    const reply = show(parts, { wishes: listen().wishes })
    expect(reply.queryByRole('button', { name: 'Continue' })).toBeNull()
    expect(reply.getByRole('button', { name: 'Try again' })).toBeDefined()
  })

  it.each([
    ['en', /^This answer was cut: the app or the computer went away/, 'Continue'],
    ['ja', /回答が途中で止まりました。届いたところまでは残っています。/, '続ける'],
  ] as const)('says so after a restart, with its words and the way on (%s)', (locale, sentence, label) => {
    const reply = show(failed('interrupted'), { wishes: listen().wishes, locale })
    expect(reply.getByText('A game of two teams.')).toBeDefined()
    expect(reply.getByText(sentence)).toBeDefined()
    expect(reply.getByRole('button', { name: label })).toBeDefined()
  })

  it('goes on from the words that are there: none goes, none is typed again', () => {
    const steps: FrameRequestCallback[] = []
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((step) => steps.push(step))
    const shown: number[] = []
    const options = { onShown: (_: string, length: number) => shown.push(length) }
    const cut = createReply({ text: 'A game of', progress: { status: 'ended', reason: 'stopped' } })
    const { rerender } = renderWithWords(view(cut, options))
    rerender(view({ ...cut, progress: { status: 'waiting' } }, options))
    expect(screen.getByText('A game of')).toBeDefined()
    expect(screen.queryByText('Waiting for the first word')).toBeNull()
    rerender(view({ ...cut, text: 'A game of two teams.', progress: { status: 'streaming' } }, options))
    expect(screen.getByText('A game of')).toBeDefined()
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000)
    act(() => steps.splice(0).forEach((step) => step(0)))
    expect(screen.getByText(/^A game of two teams/)).toBeDefined()
    expect(shown).toEqual([...shown].sort((one, other) => one - other))
    expect(shown[0]).toBe('A game of'.length)
  })
})

describe('a reply that waits', () => {
  const error = { code: 'rate-limited', detail: '' } as const

  it.each([
    ['en', 'The provider is receiving too many requests. Trying again in 3 s (1 of 2)', /now \(1 of 2\)$/],
    [
      'ja',
      'プロバイダーにリクエストが集中しています。あと3秒でもう一度試します（2回中1回目）',
      /試しています/,
    ],
  ] as const)('counts down to the next try, and says why (%s)', (locale, sentence, now) => {
    vi.useFakeTimers({ now: 1_000 })
    const retry = { attempt: 1, mostAttempts: 2, startsAt: 5_000, error }
    const reply = show(
      { text: '', progress: { status: 'waiting', retry } },
      { hearing: { lastAt: 1_000 }, locale },
    )
    pass(1_000)
    expect(reply.getByText(sentence)).toBeDefined()
    pass(3_000)
    expect(reply.getByText(now)).toBeDefined()
  })

  it('says that it is still waited for after 10 seconds of silence, and no longer at the next word', () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date', 'setInterval', 'clearInterval'] })
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(1)
    const live = createReply({ text: 'A', progress: { status: 'streaming' } })
    const { rerender } = renderWithWords(view(live, { hearing: { lastAt: 0 } }))
    pass(9_750)
    expect(screen.queryByText(/Still waiting/)).toBeNull()
    pass(250)
    expect(screen.getByText('Still waiting for Gemini Flash… 10 s')).toBeDefined()
    pass(55_000)
    expect(screen.getByText('Still waiting for Gemini Flash… 1 min 5 s')).toBeDefined()
    rerender(view({ ...live, text: 'A game' }, { hearing: { lastAt: Date.now() } }))
    expect(screen.queryByText(/Still waiting/)).toBeNull()
    expect(vi.getTimerCount()).toBe(1)
    rerender(view(createReply(), { hearing: { lastAt: Date.now() } }))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('counts down the pause that the provider asked for, and leaves the decision to the reader', () => {
    vi.useFakeTimers({ now: 0 })
    const facts = { retryAfterSeconds: 90 }
    const { wishes } = listen()
    const progress = { status: 'failed', error: { ...error, facts } } as const
    const reply = show({ text: '', progress }, { hearing: { lastAt: 0 }, wishes })
    expect(reply.getByText(/Wait 90 seconds, then try again\./)).toBeDefined()
    pass(89_000)
    expect(reply.getByText(/Wait 1 second, then try again\./)).toBeDefined()
    expect(reply.getByRole('button', { name: 'Try again' })).toHaveProperty('disabled', false)
    pass(1_000)
    expect(reply.getByText(/The pause is over: try again\./)).toBeDefined()
  })

  it('does not count down a pause that was asked for before this window looked', () => {
    const facts = { retryAfterSeconds: 90 }
    const reply = show({ text: '', progress: { status: 'failed', error: { ...error, facts } } })
    expect(reply.getByText(/Wait a moment, then try again\./)).toBeDefined()
  })
})

describe('a thought', () => {
  const thinking = createReply({ text: '', thought: 'Hm, *sports*.', progress: { status: 'streaming' } })

  it('is timed while it lasts, streams while it is open, and keeps its time', async () => {
    vi.useFakeTimers({ now: 12_400, shouldAdvanceTime: true })
    const hearing = { lastAt: 12_000, thoughtMs: 0, thinkingSince: 0 }
    const { rerender } = renderWithWords(view(thinking, { hearing }))
    await userEvent.click(screen.getByText('Thinking… 12 s'))
    rerender(view({ ...thinking, thought: 'Hm, *sports*. And *games*.' }, { hearing }))
    expect(await screen.findByText('games')).toBeDefined()
    const spoken = createReply({ thought: thinking.thought, progress: { status: 'streaming' } })
    rerender(view(spoken, { hearing: { lastAt: 12_600, thoughtMs: 12_600 } }))
    expect(screen.getByText('Thought for 13 s')).toBeDefined()
  })

  it('is named in Japanese, with its time or without', () => {
    const thought = 'Hm.'
    const { rerender } = renderWithWords(
      view(createReply({ thought }), { hearing: { lastAt: 1, thoughtMs: 65_000 } }),
      'ja',
    )
    expect(screen.getByText('1分5秒考えました')).toBeDefined()
    rerender(view(createReply({ thought })))
    expect(screen.getByText('考えた過程')).toBeDefined()
  })
})

describe('what lies behind a reply', () => {
  const behind: Partial<Reply> = {
    usage: { input: 12_345, output: 1_000, thought: 400, cached: 12_000 },
    details: { modelVersion: 'gemini-flash-002', finishReason: 'STOP' },
  }

  it.each([
    [
      'en',
      'Answer details',
      'Model gemini-flash-002, Tokens in 12,345, From the cache 12,000, Tokens out 1,000, Spent on thoughts 400, Cost price unknown, Finish reason STOP',
    ],
    [
      'ja',
      '回答の詳細',
      'モデル gemini-flash-002, 入力トークン 12,345, うちキャッシュ 12,000, 出力トークン 1,000, うち思考 400, 費用 価格不明, 終了理由 STOP',
    ],
  ] as const)('unfolds by the keyboard (%s)', async (locale, name, expected) => {
    const user = userEvent.setup()
    const reply = show(behind, { locale })
    const button = reply.getByRole('button', { name, expanded: false })
    button.focus()
    await user.keyboard('{Enter}')
    expect(reply.getByRole('button', { name, expanded: true })).toBe(button)
    const facts = reply
      .getAllByRole('term')
      .map((term) => `${term.textContent} ${term.nextSibling?.textContent}`)
    expect(facts.join(', ')).toBe(expected)
  })

  it('names what it cost, and of when the price is', async () => {
    const price = { input: 2, output: 10, cached: 0.5, date: '2026-11-22' }
    const models = MODELS.map((model) => ({ ...model, price }))
    const reply = show(behind, { models })
    await userEvent.click(reply.getByRole('button', { name: 'Answer details' }))
    expect(reply.getByText('Cost').nextSibling?.textContent).toBe('$0.0167, by the prices of 2026-11-22')
  })

  it('is not offered where nobody knows anything', () => {
    expect(show({}).queryByRole('button', { name: 'Answer details' })).toBeNull()
  })

  it('can be inspected, and its text can be found by those who look', async () => {
    const picked: string[] = []
    const reply = show({}, { onInspect: (id) => picked.push(id) })
    await userEvent.click(reply.getByRole('button', { name: 'Inspect the stream' }))
    expect(picked).toEqual(['reply-1'])
    expect(document.querySelector('[data-reply-text="reply-1"]')?.textContent).toBe('A game of two teams.')
  })
})
