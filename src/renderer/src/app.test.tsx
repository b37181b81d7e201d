import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { AppError } from '#shared/app-error'

import { createFakeBridge } from './testing/fake-bridge'
import { createPrompt, createReply } from './testing/messages'
import { renderApp } from './testing/render-app'

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
const live = [createPrompt(), createReply({ id: 'live', text: 'A game', progress: { status: 'streaming' } })]
const openLive = () =>
  createFakeBridge({
    openConversation: ({ conversationId: id = 'one' }) => ({
      ok: true,
      value: { id, messages: id === 'one' ? live : [] },
    }),
  })

describe('App', () => {
  it('carries a prompt out and its reply in, as it arrives', async () => {
    const { user, tell } = await renderApp()
    await user.type(field(), 'What is baseball?{Enter}')
    const reply = () => within(screen.getByRole('article', { name: 'Gemini Flash' }))
    tell({ type: 'reply-start', replyId: 'id-2' })
    tell({ type: 'reply-delta', replyId: 'id-2', kind: 'text', at: 0, text: 'A game of ' })
    expect(await reply().findByText('A game of')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Stop' })).toBeDefined()
    tell({ type: 'reply-delta', replyId: 'id-2', kind: 'text', at: 10, text: 'two teams.' })
    tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    expect(await reply().findByText('A game of two teams.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Send' })).toBeDefined()
    expect(document.activeElement).toBe(field())
  })

  it('comes back to a reply in the middle of its words', async () => {
    await renderApp({ main: openLive() })
    expect(screen.getByText('A game')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Stop' })).toBeDefined()
  })

  it('stops on Esc, but not on the Esc that ends a composition', async () => {
    const { main, user } = await renderApp({ main: openLive() })
    const stops = () => main.asked.filter(({ name }) => name === 'stopReply')
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }))
    expect(stops()).toEqual([])
    await user.keyboard('{Escape}')
    expect(stops()).toEqual([{ name: 'stopReply', input: { replyId: 'live' } }])
  })

  it('keeps the prompt and the next draft when main refuses, and sends the prompt again', async () => {
    const error: AppError = { code: 'unexpected', detail: '' }
    const main = createFakeBridge({ startReply: () => ({ ok: false, error }) })
    const { user } = await renderApp({ main })
    await user.type(field(), 'What is baseball?{Enter}And cricket?')
    expect(within(screen.getByRole('log')).getByText('What is baseball?')).toBeDefined()
    main.answer({ startReply: () => ({ ok: true, value: undefined }) })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(main.asked.filter(({ name }) => name === 'startReply')).toMatchObject([
      { input: { promptId: 'id-1', parentId: null, text: 'What is baseball?' } },
      { input: { promptId: 'id-3', parentId: null, text: 'What is baseball?' } },
    ])
    expect(field().value).toBe('And cricket?')
  })

  it('asks the model that was picked, and has the choice remembered', async () => {
    const { main, user } = await renderApp()
    await user.click(screen.getByRole('combobox', { name: 'Model' }))
    await user.click(await screen.findByRole('option', { name: 'Demo' }))
    await user.click(screen.getByRole('button', { name: 'What is baseball?' }))
    expect(main.asked.slice(-2)).toMatchObject([
      { name: 'chooseModel', input: { modelId: 'demo/flow' } },
      { name: 'startReply', input: { modelId: 'demo/flow', text: 'What is baseball?' } },
    ])
  })

  it.each([
    ['the button', 'click'],
    ['Ctrl+N', 'key'],
  ])('starts a new conversation with %s, and leaves the draft where it was typed', async (_, means) => {
    const { main, user } = await renderApp({ main: openLive() })
    await user.type(field(), 'And cricket?')
    if (means === 'key') await user.keyboard('{Control>}n{/Control}')
    else await user.click(screen.getByRole('button', { name: 'New conversation' }))
    expect(await screen.findByRole('heading', { name: 'What would you like to know?' })).toBeDefined()
    expect(screen.queryByText('A game')).toBeNull()
    expect(field().value).toBe('')
    expect(main.asked).toContainEqual({
      name: 'keepDraft',
      input: { conversationId: 'one', text: 'And cricket?' },
    })
  })

  it('says that main could not be reached at the start, and tries again', async () => {
    const error: AppError = { code: 'unexpected', detail: '' }
    const main = createFakeBridge({ openConversation: () => ({ ok: false, error }) })
    const { user } = await renderApp({ main, locale: 'ja' })
    expect(screen.getByRole('alert').textContent).toContain('予期しない問題が起きました。')
    main.answer({ openConversation: () => ({ ok: true, value: { id: 'one', messages: [] } }) })
    await user.click(screen.getByRole('button', { name: 'もう一度試す' }))
    expect(await screen.findByRole('button', { name: '野球とは？' })).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('the inspector', () => {
  const twoReplies = [
    createPrompt(),
    createReply(),
    createPrompt({ id: 'prompt-2', parentId: 'reply-1' }),
    createReply({ id: 'reply-2', parentId: 'prompt-2', text: 'A game of bats.' }),
  ]
  const openTwo = () =>
    createFakeBridge({ openConversation: () => ({ ok: true, value: { id: 'one', messages: twoReplies } }) })
  const panel = () => screen.queryByRole('complementary', { name: 'Stream' })
  const toggle = () => screen.getByRole('button', { name: 'Stream inspector' })

  it('opens and closes by its button and by its keys, and says which', async () => {
    const { user } = await renderApp({ main: openTwo() })
    const seen = [toggle().getAttribute('aria-pressed'), panel() === null]
    await user.click(toggle())
    seen.push(toggle().getAttribute('aria-pressed'), panel() === null)
    await user.keyboard('{Control>}{Shift>}i{/Shift}{/Control}')
    seen.push(toggle().getAttribute('aria-pressed'), panel() === null)
    expect(seen).toEqual(['false', true, 'true', false, 'false', true])
  })

  it('opens for the reply that was picked', async () => {
    const read: string[] = []
    const { user } = await renderApp({ main: openTwo(), onReadArrivals: (replyId) => read.push(replyId) })
    const [first] = screen.getAllByRole('button', { name: 'Inspect the stream' })
    await user.click(first!)
    expect(panel()).not.toBeNull()
    expect([...new Set(read)]).toEqual(['reply-1'])
  })

  it('is told how much of a reply is shown', async () => {
    const { user, tell, shownLog } = await renderApp()
    await user.type(field(), 'What is baseball?{Enter}')
    shownLog.begin('id-2')
    tell({ type: 'reply-delta', replyId: 'id-2', kind: 'text', at: 0, text: 'A game' })
    expect(await screen.findByText('A game')).toBeDefined()
    expect(shownLog.read('id-2').at(-1)?.sum).toBe(6)
  })
})

describe('continuing', () => {
  it('goes on with a reply that was cut, from its last word, and can be stopped', async () => {
    const cut = [
      createPrompt(),
      createReply({ text: 'A game', progress: { status: 'ended', reason: 'stopped' } }),
    ]
    const main = createFakeBridge({
      openConversation: () => ({ ok: true, value: { id: 'one', messages: cut } }),
    })
    const { user, tell } = await renderApp({ main, locale: 'ja' })
    await user.click(screen.getByRole('button', { name: '続ける' }))
    expect(main.asked.at(-1)).toEqual({
      name: 'continueReply',
      input: { replyId: 'reply-1' },
    })
    tell({ type: 'reply-resume', replyId: 'reply-1' })
    expect(screen.getByText('A game')).toBeDefined()
    expect(screen.getByRole('button', { name: '停止' })).toBeDefined()
    tell({ type: 'reply-delta', replyId: 'reply-1', kind: 'text', at: 6, text: ' of two teams.' })
    tell({ type: 'reply-end', replyId: 'reply-1', reason: 'complete' })
    expect(await screen.findByText('A game of two teams.')).toBeDefined()
    expect(screen.queryByRole('button', { name: '続ける' })).toBeNull()
  })
})
