import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Message } from '#shared/message'

import { MODELS } from '../testing/fake-bridge'
import { createPrompt, createReply } from '../testing/messages'
import { renderWithWords } from '../testing/render-with-words'
import { createWishes } from '../testing/wishes'
import { MessageList } from './message-list'
import { LooksContext } from './use-looks'

const nothing = () => {}

function conversation(turns: number): readonly Message[] {
  return Array.from({ length: turns }, (_, index) => [
    createPrompt({ id: `p${index}`, text: `Question ${index}` }),
    createReply({ id: `r${index}`, parentId: `p${index}`, text: `Answer **${index}**.` }),
  ]).flat()
}

function view(messages: readonly Message[], firstId?: string) {
  const rest = {
    heard: new Map(),
    models: MODELS,
    scroller: null,
    forks: [],
    wishes: createWishes(),
    canSend: true,
    onInspect: nothing,
    onShown: nothing,
  }
  return <MessageList messages={messages} firstId={firstId} {...rest} />
}

/** What would be in the clipboard, by its format. */
function copy(): Readonly<Record<string, string>> {
  const data: Record<string, string> = {}
  fireEvent.copy(document.body, {
    clipboardData: { setData: (format: string, text: string) => (data[format] = text) },
  })
  return data
}

function select(from: Node, to: Node): void {
  act(() => document.getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length))
}

/** Which messages are in the page, from 1. */
const positions = () => screen.getAllByRole('article').map((article) => article.getAttribute('aria-posinset'))

describe('MessageList', () => {
  it('says of each message which one of how many it is', () => {
    renderWithWords(view(conversation(2)))
    const sizes = screen.getAllByRole('article').map((article) => article.getAttribute('aria-setsize'))
    expect([positions(), sizes]).toEqual([
      ['1', '2', '3', '4'],
      ['4', '4', '4', '4'],
    ])
  })

  it('keeps the last message, and the one that the reader left at, of very many in the page', () => {
    renderWithWords(view(conversation(2_500), 'p7'))
    expect(positions()).toEqual(['15', '5000'])
  })

  it('keeps the message that has the focus in the page when it is the last no more', () => {
    const messages = conversation(60)
    const { rerender } = renderWithWords(view(messages.slice(0, -2)))
    const copyButton = screen.getByRole('button', { name: 'Copy' })
    act(() => copyButton.focus())
    rerender(view(messages))
    expect([positions(), document.activeElement === copyButton]).toEqual([['118', '120'], true])
  })

  it('shows code wrapped and a table sorted as they were left, when their message comes back into the page', async () => {
    const text = '```js\nlet a\n```\n\n| N |\n|---|\n| 2 |\n| 1 |'
    const messages = [createReply({ id: 'r0', text }), ...conversation(60)]
    const shown = (count: number) => (
      <LooksContext value={looks}>{view(messages.slice(0, count))}</LooksContext>
    )
    const looks = new Map()
    const { rerender } = renderWithWords(shown(1))
    fireEvent.click(await screen.findByRole('button', { name: 'Wrap' }))
    fireEvent.click(screen.getByRole('button', { name: 'Sort by N' }))
    act(() => (document.activeElement as HTMLElement).blur())
    rerender(shown(messages.length))
    expect(screen.queryByRole('table')).toBeNull()
    rerender(shown(1))
    expect([
      screen.getByRole('button', { name: 'Wrap' }).getAttribute('aria-pressed'),
      screen.getByRole('columnheader').getAttribute('aria-sort'),
    ]).toEqual(['true', 'ascending'])
  })

  it('keeps the words of a prompt that is being edited in the page, though the focus is elsewhere', () => {
    const messages = conversation(60)
    const { rerender } = renderWithWords(view(messages.slice(0, -1)))
    fireEvent.click(screen.getByRole('button', { name: /^Edit/ }))
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Half worded' } })
    act(() => screen.getByRole('log').focus())
    rerender(view(messages))
    expect([positions(), screen.getByDisplayValue('Half worded').tagName]).toEqual([
      ['119', '120'],
      'TEXTAREA',
    ])
  })

  it('copies the whole of a long conversation, also what is not in the page', () => {
    const messages = conversation(60)
    renderWithWords(view(messages))
    const log = screen.getByRole('log')
    log.focus()
    fireEvent.keyDown(log, { key: 'a', ctrlKey: true })
    const whole = Array.from(
      { length: 60 },
      (_, index) => `## You\n\nQuestion ${index}\n\n## Gemini Flash\n\nAnswer **${index}**.`,
    )
    expect(copy()).toEqual({ 'text/plain': whole.join('\n\n') })
  })

  it('copies a part of one message as Markdown, and as rich text', () => {
    renderWithWords(view(conversation(1)))
    const strong = screen.getByText('0')
    const paragraph = strong.parentElement!
    act(() => document.getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, 2))
    expect(copy()).toEqual({ 'text/plain': 'Answer **0**', 'text/html': 'Answer <strong>0</strong>' })
  })

  it('copies from the middle of one message to the middle of another, with those who speak', () => {
    renderWithWords(view(conversation(2)))
    select(screen.getByText('Question 0').firstChild!, screen.getByText('Question 1'))
    expect(copy()['text/plain']).toBe(
      '## You\n\nQuestion 0\n\n## Gemini Flash\n\nAnswer **0**.\n\n## You\n\nQuestion 1',
    )
  })

  it('leaves a copy out of a field alone', () => {
    renderWithWords(
      <>
        <textarea aria-label="Message" defaultValue="Mine" />
        {view(conversation(1))}
      </>,
    )
    select(screen.getByText('Question 0'), screen.getByText('Question 0'))
    screen.getByRole('textbox').focus()
    expect(copy()).toEqual({})
  })

  it('keeps a selection, and the very elements that it is in, while the reply grows', () => {
    const live = createReply({ text: 'One.\n\nTwo', progress: { status: 'streaming' } })
    const { rerender } = renderWithWords(view([createPrompt(), live]))
    const first = screen.getByText('One.')
    act(() => document.getSelection()?.selectAllChildren(first))
    rerender(view([createPrompt(), { ...live, text: 'One.\n\nTwo, and *three*' }]))
    rerender(
      view([
        createPrompt(),
        { ...live, text: 'One.\n\nTwo, and *three*.', progress: { status: 'ended', reason: 'complete' } },
      ]),
    )
    expect([screen.getByText('One.') === first, String(document.getSelection())]).toEqual([true, 'One.'])
  })
})
