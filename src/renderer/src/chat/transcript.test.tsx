import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import type { Message, Reply } from '#shared/message'

import { MODELS } from '../testing/fake-bridge'
import { createPrompt, createReply } from '../testing/messages'
import { renderWithWords } from '../testing/render-with-words'
import type { Hearing } from './hearing'
import { createWishes } from '../testing/wishes'
import { Transcript } from './transcript'

const nothing = () => {}
const rest = {
  scroller: null,
  forks: [],
  wishes: createWishes(),
  canSend: true,
  onInspect: nothing,
  onShown: nothing,
}

function view(messages: readonly Message[], heard: ReadonlyMap<string, Hearing> = new Map()) {
  return <Transcript messages={messages} heard={heard} models={MODELS} {...rest} />
}

/** What a screen reader is told, apart from the confirmations of the single replies. */
function announced(): string | null | undefined {
  return screen.getAllByRole('status').at(-1)?.parentElement?.textContent
}

describe('Transcript', () => {
  it('shows who said what, in order, the prompt as it was typed', () => {
    renderWithWords(view([createPrompt({ text: 'What is\n*baseball*?' }), createReply()]))
    const articles = within(screen.getByRole('log', { name: 'Conversation' })).getAllByRole('article')
    expect(articles.map((article) => article.getAttribute('aria-label'))).toEqual(['You', 'Gemini Flash'])
    expect(articles[0]?.querySelector('[data-prompt-text]')?.textContent).toBe('What is\n*baseball*?')
  })

  it('keeps what was unfolded in a message while it is not in the page', () => {
    const messages = Array.from({ length: 60 }, (_, index) => [
      createPrompt({ id: `p${index}` }),
      createReply({ id: `r${index}`, thought: 'Hm.', usage: { input: 7, output: 8 } }),
    ]).flat()
    const { rerender } = renderWithWords(view(messages))
    const isOpen = () => [
      screen.getByRole('group').hasAttribute('open'),
      screen.getByRole('button', { name: 'Answer details' }).getAttribute('aria-expanded'),
    ]
    const before = isOpen()
    const thought = screen.getByRole<HTMLDetailsElement>('group')
    fireEvent.click(within(thought).getByText('Thoughts'))
    fireEvent.click(screen.getByRole('button', { name: 'Answer details' }))
    rerender(view(messages.slice(0, -2)))
    const other = isOpen()
    rerender(view(messages))
    expect([before, other, isOpen()]).toEqual([
      [false, 'false'],
      [false, 'false'],
      [true, 'true'],
    ])
  })

  it('keeps how code in a thought looks while its message is not in the page', async () => {
    const looked = createReply({ id: 'looked', thought: '```js\nlet a\n```' })
    const others = Array.from({ length: 60 }, (_, index) => createReply({ id: `r${index}` }))
    const { rerender } = renderWithWords(view([looked]))
    const thought = screen.getByRole<HTMLDetailsElement>('group')
    fireEvent.click(within(thought).getByText('Thoughts'))
    fireEvent.click(await screen.findByRole('button', { name: 'Wrap' }))
    act(() => (document.activeElement as HTMLElement).blur())
    rerender(view([looked, ...others]))
    expect(screen.queryByRole('button', { name: 'Wrap' })).toBeNull()
    rerender(view([looked]))
    expect(screen.getByRole('button', { name: 'Wrap' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('announces the coming of a reply once and then the whole of it, never its single words', () => {
    vi.useFakeTimers()
    const live = createReply({ text: 'A', progress: { status: 'streaming' } })
    const { rerender } = renderWithWords(view([createPrompt(), live]))
    const heard = [announced()]
    const hear = (reply: Reply) => {
      rerender(view([createPrompt(), reply]))
      heard.push(announced())
    }
    hear({ ...live, text: 'A **game**' })
    hear({ ...live, text: 'A **game**', progress: { status: 'ended', reason: 'complete' } })
    act(() => {
      vi.advanceTimersByTime(1_000)
    })
    heard.push(announced())
    expect(heard).toEqual([
      'Gemini Flash is answering',
      'Gemini Flash is answering',
      'Gemini Flash said: A game',
      '',
    ])
    expect(screen.getByRole('log')).toHaveProperty('ariaLive', 'off')
  })

  it('announces a failure with its sentence', () => {
    const live = createReply({ text: '', progress: { status: 'waiting' } })
    const { rerender } = renderWithWords(view([createPrompt(), live]))
    const error = { code: 'provider-failed', detail: '' } as const
    rerender(view([createPrompt(), { ...live, progress: { status: 'failed', error } }]))
    expect(announced()).toBe('The provider has a problem of its own just now. Wait a moment, then try again.')
  })

  it('announces a silence and a new try once, without the seconds that pass', () => {
    vi.useFakeTimers({ now: 0 })
    const live = createReply({ text: '', progress: { status: 'waiting' } })
    const hear = (reply: Reply) =>
      view([createPrompt(), reply], new Map([[reply.id, { lastAt: Date.now() }]]))
    const { rerender } = renderWithWords(hear(live))
    const heard = [announced()]
    const pass = (ms: number) => {
      act(() => {
        vi.advanceTimersByTime(ms)
      })
      heard.push(announced())
    }
    pass(9_000)
    pass(1_000)
    pass(5_000)
    const error = { code: 'rate-limited', detail: '' } as const
    const retry = { attempt: 1, mostAttempts: 2, startsAt: Date.now() + 3_000, error }
    rerender(hear({ ...live, progress: { status: 'waiting', retry } }))
    pass(0)
    pass(2_000)
    expect(heard).toEqual([
      'Gemini Flash is answering',
      'Gemini Flash is answering',
      'Still waiting for Gemini Flash',
      'Still waiting for Gemini Flash',
      'The provider is receiving too many requests. Trying again, 1 of 2.',
      'The provider is receiving too many requests. Trying again, 1 of 2.',
    ])
  })

  it('lets only the last reply be continued', () => {
    const cut = { text: 'A', progress: { status: 'ended', reason: 'stopped' } } as const
    renderWithWords(
      view([
        createPrompt(),
        createReply(cut),
        createPrompt({ id: 'prompt-2' }),
        createReply({ ...cut, id: 'reply-2' }),
      ]),
    )
    const [first, last] = screen.getAllByRole('article', { name: 'Gemini Flash' })
    expect(within(first!).queryByRole('button', { name: 'Continue' })).toBeNull()
    expect(within(last!).getByRole('button', { name: 'Continue' })).toBeDefined()
  })

  it('announces nothing of a conversation that was there before', () => {
    renderWithWords(view([createPrompt(), createReply()]))
    expect(announced()).toBe('')
  })
})
