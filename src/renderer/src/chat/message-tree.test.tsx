import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { createFakeBridge } from '../testing/fake-bridge'
import { createPrompt, createReply } from '../testing/messages'
import { renderApp } from '../testing/render-app'

const ANSWERED = [createPrompt(), createReply()]

async function open(forks: readonly (readonly string[])[] = [], locale: 'en' | 'ja' = 'en') {
  const main = createFakeBridge({
    openConversation: ({ conversationId: id = 'one' }) => ({
      ok: true,
      value: { id, messages: ANSWERED, forks },
    }),
  })
  const app = await renderApp({ main, locale })
  const last = (name: string) => main.asked.findLast((asked) => asked.name === name)?.input
  return { ...app, last }
}

const prompt = () => within(screen.getByRole('article', { name: 'You' }))
const reply = () => within(screen.getByRole('article', { name: 'Gemini Flash' }))

describe('a message in its tree', () => {
  it('is edited and sent again beside what it was; Esc leaves it alone', async () => {
    const { user, last } = await open()
    await user.click(prompt().getByRole('button', { name: 'Edit' }))
    await user.keyboard(' And cricket?{Escape}')
    expect(prompt().getByText('What is baseball?')).toBeDefined()
    await user.click(prompt().getByRole('button', { name: 'Edit' }))
    await user.keyboard(' And cricket?{Enter}')
    expect(last('startReply')).toMatchObject({ parentId: null, text: 'What is baseball? And cricket?' })
    expect(prompt().getByText('What is baseball? And cricket?')).toBeDefined()
    expect(prompt().getByLabelText('Version 2 of 2')).toBeDefined()
  })

  it('is answered once more by another model, beside the answer that is there', async () => {
    const { user, last } = await open()
    await user.click(reply().getByRole('button', { name: 'More for this message' }))
    ;(await screen.findByRole('menuitem', { name: 'Answer again with' })).focus()
    await user.keyboard('{ArrowRight}')
    ;(await screen.findByRole('menuitem', { name: 'Gemini Pro' })).focus()
    await user.keyboard('{Enter}')
    expect(last('startReply')).toMatchObject({ promptId: 'prompt-1', modelId: 'vertex/gemini-pro' })
    expect(screen.getAllByRole('article')).toHaveLength(2)
    expect(screen.getByLabelText('Version 2 of 2')).toBeDefined()
  })

  it('says that it cannot be answered again when its prompt was deleted, and offers nothing that would do nothing', async () => {
    const cut = createReply({ text: 'Nine', progress: { status: 'ended', reason: 'stopped' } })
    const main = createFakeBridge({
      openConversation: () => ({ ok: true, value: { id: 'one', messages: [cut] } }),
    })
    const { user } = await renderApp({ main })
    expect(reply().getByRole('button', { name: 'Continue' })).toBeDefined()
    expect(reply().queryByRole('button', { name: 'Try again' })).toBeNull()
    await user.click(reply().getByRole('button', { name: 'More for this message' }))
    const item = await screen.findByRole('menuitem', { name: /its question was deleted/ })
    expect(item.getAttribute('aria-disabled')).toBe('true')
  })

  it.each([
    ['en', '1,200 tokens in, 34 out', 'Nov 2, 2026'],
    ['ja', '入力1,200・出力34トークン', '2026/11/02'],
  ] as const)('says in %s when it came, by whom, and what it took', async (locale, tokens, day) => {
    const createdAt = new Date(2026, 10, 2, 12).getTime()
    const said = createReply({ createdAt, usage: { input: 1_200, output: 34 } })
    const main = createFakeBridge({
      openConversation: () => ({ ok: true, value: { id: 'one', messages: [createPrompt(), said] } }),
    })
    await renderApp({ main, locale })
    expect(reply().getByText(tokens)).toBeDefined()
    const time = reply().getByText((text) => text.startsWith(day))
    expect(time.getAttribute('datetime')).toBe(new Date(createdAt).toISOString())
    expect(reply().getAllByText('Gemini Flash').length).toBeGreaterThan(0)
  })

  it('has versions that are gone through by buttons and by keys', async () => {
    const { user, last } = await open([['reply-0', 'reply-1', 'reply-2']])
    expect(reply().getByLabelText('Version 2 of 3')).toBeDefined()
    await user.click(reply().getByRole('button', { name: 'Previous version' }))
    expect(last('chooseBranch')).toMatchObject({ messageId: 'reply-0' })
    reply().getByRole('button', { name: 'Next version' }).focus()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(last('chooseBranch')).toMatchObject({ messageId: 'reply-2' })
  })

  it('keeps the words that are being edited when Alt and an arrow go through them', async () => {
    const { user, main } = await open([['prompt-0', 'prompt-1']])
    await user.click(prompt().getByRole('button', { name: /^Edit/ }))
    await user.keyboard(' And?{Alt>}{ArrowLeft}{/Alt}')
    expect(main.asked.some(({ name }) => name === 'chooseBranch')).toBe(false)
    expect(screen.getByDisplayValue('What is baseball? And?')).toBeDefined()
  })

  it('is deleted alone or with what follows, and brought back', async () => {
    const { user, last } = await open()
    await user.click(prompt().getByRole('button', { name: 'More for this message' }))
    await user.click(
      await screen.findByRole('menuitem', { name: 'Delete this message and all that follows' }),
    )
    expect(last('deleteMessages')).toMatchObject({ messageId: 'prompt-1', scope: 'branch' })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(last('restoreMessages')).toMatchObject({ deletedAt: 1 })
  })

  it('begins a new conversation, which is opened', async () => {
    const { user, last } = await open()
    await user.click(reply().getByRole('button', { name: 'More for this message' }))
    await user.click(await screen.findByRole('menuitem', { name: /new conversation/ }))
    expect(last('forkConversation')).toMatchObject({ messageId: 'reply-1' })
    expect(last('openConversation')).toMatchObject({ conversationId: 'id-1' })
  })

  it('was the last one, and a new conversation begins all the same', async () => {
    const main = createFakeBridge({
      openConversation: () => ({ ok: true, value: { id: 'one', messages: [] } }),
    })
    const { user } = await renderApp({ main })
    await user.keyboard('{Control>}n{/Control}')
    expect(main.asked.some(({ name }) => name === 'findBlankConversation')).toBe(true)
  })

  it('is read again when another window changes the tree', async () => {
    const { main } = await open()
    const reads = () => main.asked.filter(({ name }) => name === 'openConversation').length
    const before = reads()
    await act(async () => main.announce('conversations', { rows: [], goneIds: [], treeId: 'one' }))
    await act(async () => main.announce('conversations', { rows: [], goneIds: [], treeId: 'another' }))
    expect(reads() - before).toBe(1)
  })

  it('says above which one the model was sent nothing', async () => {
    const cut = [createPrompt(), createReply({ details: { firstSentId: 'prompt-1' } })]
    const main = createFakeBridge({
      openConversation: () => ({ ok: true, value: { id: 'one', messages: cut } }),
    })
    await renderApp({ main, locale: 'ja' })
    expect(screen.getByRole('note').textContent).toContain('送っていません')
  })
})
