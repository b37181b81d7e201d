import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Found } from '#shared/requests/search'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'

const NOTHING: Found = { conversations: [], messages: [], hasMore: false, problems: [], unread: 0 }
const FOUND: Found = {
  ...NOTHING,
  conversations: [
    {
      conversationId: 'c-1',
      title: 'Old rivers',
      ranges: [{ start: 4, end: 9 }],
      updatedAt: Date.UTC(2026, 2, 1),
    },
  ],
  messages: [
    {
      ...{
        conversationId: 'c-2',
        messageId: 'm-1',
        title: 'Walks',
        role: 'user',
        createdAt: Date.UTC(2026, 2, 2),
      },
      ...{ excerpt: 'Along the river', ranges: [{ start: 10, end: 15 }] },
    },
  ],
}

async function open(answer: (text: string) => Found | Promise<Found>, locale: 'en' | 'ja' = 'en') {
  const main = createFakeBridge({
    search: async ({ text }) => ({ ok: true, value: await answer(text) }),
    revealMessage: () => ({ ok: true, value: { conversationId: 'c-2' } }),
  })
  const app = await renderApp({ main, locale })
  await app.user.keyboard('{Control>}k{/Control}')
  return { ...app, field: await screen.findByRole('combobox', { name: /Search|検索/ }) }
}

const rows = () => within(screen.getByRole('listbox', { name: 'Results' }))
const options = () =>
  rows()
    .queryAllByRole('option')
    .map((option) => option.textContent)
/** What a screen reader says while the focus is in the field. */
const chosen = () => {
  const id = screen.getByRole('combobox', { name: /Search/ }).getAttribute('aria-activedescendant')
  return rows()
    .getAllByRole('option')
    .find((option) => option.id === id)?.textContent
}

// Missing in jsdom.
beforeEach(() => void vi.stubGlobal('CSS', { escape: (text: string) => text }))

describe('the palette', () => {
  it('lists commands, conversations and messages, and says how many there are', async () => {
    const { user } = await open((text) => (text === 'river' ? FOUND : NOTHING))
    await user.keyboard('river')
    await waitFor(() => expect(options()).toHaveLength(2))
    expect(
      rows()
        .getAllByRole('mark')
        .map((mark) => mark.textContent),
    ).toEqual(['river', 'river'])
    expect(options()[1]).toContain('You, in “Walks”')
    expect(screen.getByText('2 results.').closest('[role=status]')).not.toBeNull()
    await user.clear(screen.getByRole('combobox', { name: /Search/ }))
    await user.keyboard('inspector')
    await waitFor(() => expect(options()).toEqual([expect.stringContaining('Show the stream inspector')]))
  })

  it('opens the message that is chosen with the keys, in its conversation, and gives the focus back', async () => {
    const { user, main } = await open(() => FOUND)
    await user.keyboard('river')
    await waitFor(() => expect(options()).toHaveLength(2))
    await user.keyboard('{ArrowUp}')
    expect(chosen()).toContain('Along the river')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const asked = main.asked.filter(({ name }) => name !== 'readSpending')
    expect(asked.slice(-2)).toMatchObject([
      { name: 'revealMessage', input: { messageId: 'm-1' } },
      { name: 'openConversation', input: { conversationId: 'c-2' } },
    ])
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }))
  })

  it('opens by its button, and closes by a press beside it and by its own key', async () => {
    const { user } = await renderApp()
    await user.click(screen.getByRole('button', { name: 'Search' }))
    await user.keyboard('{Control>}k{/Control}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Search' }))
    const field = screen.getByRole('combobox', { name: /Search/ })
    await waitFor(() => expect(document.activeElement).toBe(field))
    await user.click(document.body)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('runs a command, and stays open for a message that is gone', async () => {
    const { user, main } = await open((text) => (text === 'river' ? FOUND : NOTHING))
    await user.keyboard('river')
    await waitFor(() => expect(options()).toHaveLength(2))
    main.answer({ revealMessage: () => ({ ok: true, value: { conversationId: undefined } }) })
    await user.keyboard('{ArrowDown}{Enter}')
    expect(await screen.findByText('This message has been deleted.')).toBeDefined()
    await user.clear(screen.getByRole('combobox', { name: /Search/ }))
    await user.keyboard('inspector{Enter}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'Stream inspector', pressed: true })).toBeDefined()
  })

  it('drops the answer that comes after that to the next letter', async () => {
    let answerLate: ((found: Found) => void) | undefined
    const late = new Promise<Found>((resolve) => (answerLate = resolve))
    const { user } = await open((text) => (text === 'z' ? late : text === 'zq' ? FOUND : NOTHING))
    await user.keyboard('zq')
    await waitFor(() => expect(options()).toHaveLength(2))
    await act(async () => answerLate?.(NOTHING))
    expect(options()).toHaveLength(2)
  })

  it('leaves the keys of an input method alone', async () => {
    const { field } = await open(() => FOUND, 'ja')
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true })
    expect(screen.getByRole('dialog', { name: '検索' })).toBeDefined()
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it.each([
    ['en', '“foo” is no date. Write before: with a day such as 2026-03-01, a month or a year.'],
    [
      'ja',
      '「foo」は日付として読み取れません。before: の後に 2026-03-01 のような日付、または年月、年を入力してください。',
    ],
  ] as const)('says in %s what is wrong with a filter', async (locale, sentence) => {
    const problem = { kind: 'no-date', filter: 'before', value: 'foo' } as const
    const { user } = await open(() => ({ ...NOTHING, problems: [problem] }), locale)
    await user.keyboard('before:foo')
    expect(await screen.findByText(sentence)).toBeDefined()
  })
})
