import { describe, expect, it, vi } from 'vitest'

import type { AppError } from '#shared/app-error'
import type { Answers } from '#shared/contract'
import type { ReplyDelta } from '#shared/reply-event'
import type { Result } from '#shared/result'

import { createFakeBridge, type FakeBridge } from '../testing/fake-bridge'
import { createPrompt, createReply } from '../testing/messages'
import { createChatSession } from './chat-session'

const error: AppError = { code: 'offline', detail: '' }

async function openSession(main: FakeBridge = createFakeBridge()) {
  let ids = 0
  const watchers = new Set<(isVisible: boolean) => void>()
  const session = createChatSession({
    bridge: main.bridge,
    newId: () => `id-${++ids}`,
    now: () => 5,
    onVisibility: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
  })
  await session.open()
  const see = (isVisible: boolean) => watchers.forEach((listener) => listener(isVisible))
  return { main, session, state: session.store.getState, see }
}

function delta(at: number, text: string): ReplyDelta {
  return { type: 'reply-delta', replyId: 'id-2', kind: 'text', at, text }
}

function receipts(main: FakeBridge) {
  return main.asked.flatMap((asked) => (asked.name === 'acknowledgeReply' ? [asked.input] : []))
}

/** An answer that the test gives when it is ready to. */
function deferred<Value>() {
  let give: (value: Value) => void = () => {}
  const answer = new Promise<Value>((resolve) => (give = resolve))
  return { answer, give }
}

describe('sending', () => {
  it('shows the prompt and an empty reply before main has answered', async () => {
    const later = deferred<Result<void>>()
    const { session, state } = await openSession(createFakeBridge({ startReply: () => later.answer }))
    void session.send('Hello')
    expect(state().messages).toEqual([
      { role: 'user', id: 'id-1', parentId: null, text: 'Hello', createdAt: 5 },
      createReply({ id: 'id-2', parentId: 'id-1', text: '', progress: { status: 'waiting' }, createdAt: 5 }),
    ])
  })

  it('sends the new prompt only, below the last message', async () => {
    const { main, session } = await openSession()
    await session.send('Hello')
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    await session.send('And now?')
    expect(main.asked.at(-1)).toEqual({
      name: 'startReply',
      input: {
        conversationId: 'conversation-1',
        promptId: 'id-3',
        parentId: 'id-2',
        replyId: 'id-4',
        text: 'And now?',
        modelId: 'vertex/gemini-flash',
      },
    })
  })

  it.each([
    ['refuses', () => ({ ok: false, error }) as const, error],
    ['throws', () => Promise.reject(new Error('gone')), { code: 'unexpected', detail: 'Error: gone' }],
  ])('keeps the prompt when main %s, and lets nothing hang on it', async (_, startReply, expected) => {
    const { main, session, state } = await openSession(createFakeBridge({ startReply }))
    await session.send('Hello')
    await session.send('Hello?')
    expect(state().messages).toMatchObject([
      { text: 'Hello' },
      { progress: { status: 'failed', error: expected } },
      { text: 'Hello?' },
      { progress: { status: 'failed', error: expected } },
    ])
    expect(main.asked.at(-1)).toMatchObject({ name: 'startReply', input: { parentId: null } })
  })

  it('brings a refused prompt along when another conversation was begun before the refusal', async () => {
    const later = deferred<Result<void>>()
    const { main, session, state } = await openSession(createFakeBridge({ startReply: () => later.answer }))
    const sending = session.send('Hello')
    await session.startConversation()
    later.give({ ok: false, error: { code: 'not-kept', detail: 'disk full' } })
    await sending
    const { messages } = state()
    main.answer({ startReply: () => ({ ok: true, value: undefined }) })
    await session.sendAgain('id-1')
    expect(messages).toMatchObject([
      { id: 'id-1', parentId: null, text: 'Hello' },
      { parentId: 'id-1', progress: { status: 'failed', error: { code: 'not-kept' } } },
    ])
    expect(main.asked.at(-1)).toMatchObject({
      input: { conversationId: 'blank', parentId: null, text: 'Hello' },
    })
  })

  it('asks before it sends beyond the limit of a day, and keeps the words until then', async () => {
    vi.useFakeTimers()
    const limit: AppError = { code: 'day-limit', detail: '' }
    const { main, session, state } = await openSession(
      createFakeBridge({ startReply: () => ({ ok: false, error: limit }) }),
    )
    await session.send('Hello')
    vi.advanceTimersByTime(1_000)
    vi.useRealTimers()
    expect(main.asked.at(-1)).toEqual({
      name: 'keepDraft',
      input: { conversationId: 'conversation-1', text: 'Hello' },
    })
    main.answer({ startReply: () => ({ ok: true, value: undefined }) })
    await session.sendAgain('id-1')
    expect(main.asked.slice(-2)).toMatchObject([
      { name: 'allowSpending' },
      { name: 'startReply', input: { text: 'Hello', parentId: null } },
    ])
    expect(state().messages.map(({ id }) => id)).toEqual(['id-3', 'id-4'])
  })

  it('sends a prompt again as a sibling of the first time', async () => {
    const { main, session, state } = await openSession()
    await session.send('Hello')
    main.tell({ type: 'reply-error', replyId: 'id-2', error })
    await session.chooseModel('demo/flow')
    await session.sendAgain('id-1')
    expect(main.asked.at(-1)).toMatchObject({
      input: { promptId: 'id-3', parentId: null, text: 'Hello', modelId: 'demo/flow' },
    })
    expect(state().messages.map(({ id }) => id)).toEqual(['id-3', 'id-4'])
  })
})

describe('listening', () => {
  it('gathers a reply, a repeated delta only once', async () => {
    const { main, session, state } = await openSession()
    await session.send('Hello')
    main.tell({ type: 'reply-start', replyId: 'id-2' })
    main.tell(delta(0, 'Hi '))
    main.tell(delta(0, 'Hi '))
    main.tell(delta(3, 'there'))
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    expect(state().messages.at(-1)).toMatchObject({
      text: 'Hi there',
      progress: { status: 'ended', reason: 'complete' },
    })
  })

  it('reads the conversation again when words are missing', async () => {
    const { main, session, state } = await openSession()
    await session.send('Hello')
    const messages = [
      createPrompt({ id: 'id-1' }),
      createReply({ id: 'id-2', text: 'Hi there, ', progress: { status: 'streaming' } }),
    ]
    main.answer({ openConversation: () => ({ ok: true, value: { id: 'conversation-1', messages } }) })
    main.tell(delta(3, 'there, '))
    await expect.poll(() => state().messages.at(-1)?.text).toBe('Hi there, ')
    expect(main.asked.at(-1)).toEqual({
      name: 'openConversation',
      input: { conversationId: 'conversation-1' },
    })
  })

  it('keeps what main tells while the conversation is being read, and applies it after', async () => {
    const later = deferred<Result<Answers['openConversation']>>()
    const main = createFakeBridge({ openConversation: () => later.answer })
    const opening = openSession(main)
    main.tell(delta(3, 'there'))
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    const messages = [
      createPrompt({ id: 'id-1' }),
      createReply({ id: 'id-2', text: 'Hi ', progress: { status: 'streaming' } }),
    ]
    later.give({ ok: true, value: { id: 'conversation-1', messages } })
    const { state } = await opening
    expect(state().messages.at(-1)).toMatchObject({
      text: 'Hi there',
      progress: { status: 'ended', reason: 'complete' },
    })
  })

  it('reads the conversation again when another window has asked in it', async () => {
    const { main, state } = await openSession()
    const messages = [createPrompt(), createReply({ text: '', progress: { status: 'waiting' } })]
    main.answer({ openConversation: () => ({ ok: true, value: { id: 'conversation-1', messages } }) })
    main.tell({ type: 'reply-start', replyId: 'reply-1' })
    main.tell({ ...delta(0, 'Hi'), replyId: 'reply-1' })
    await expect.poll(() => state().messages.at(-1)?.text).toBe('Hi')
    expect(main.asked.at(-1)).toEqual({
      name: 'openConversation',
      input: { conversationId: 'conversation-1' },
    })
  })

  it('keeps its own prompt and reply in sight until they end when another window sent at that moment', async () => {
    const { main, session, state } = await openSession()
    await session.send('Hello')
    const messages = [createPrompt({ text: 'Elsewhere' }), createReply({ progress: { status: 'streaming' } })]
    main.answer({ openConversation: () => ({ ok: true, value: { id: 'conversation-1', messages } }) })
    main.tell({ type: 'reply-start', replyId: 'reply-1' })
    main.tell(delta(0, 'Hi'))
    await Promise.resolve()
    const whileLive = state().messages
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    await expect.poll(() => state().messages).toEqual(messages)
    expect(whileLive).toMatchObject([{ text: 'Hello' }, { text: 'Hi', progress: { status: 'streaming' } }])
    expect(main.asked.filter(({ name }) => name === 'openConversation')).toHaveLength(2)
  })

  it('reads once for what another window did meanwhile, not at the end of each later reply', async () => {
    const { main, session } = await openSession()
    const reads = () => main.asked.filter(({ name }) => name === 'openConversation').length
    await session.send('Hello')
    main.tell({ type: 'reply-start', replyId: 'of another window' })
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    await expect.poll(reads).toBe(2)
    await session.send('And now?')
    main.tell({ type: 'reply-end', replyId: 'id-4', reason: 'complete' })
    await new Promise((resolve) => setTimeout(resolve))
    expect(reads()).toBe(2)
  })

  it('reads what another window did when main refuses to continue a reply', async () => {
    const later = deferred<Result<void>>()
    const cut = createReply({ progress: { status: 'ended', reason: 'stopped' } })
    const { main, session } = await openSession(
      createFakeBridge({
        openConversation: () => ({
          ok: true,
          value: { id: 'conversation-1', messages: [createPrompt(), cut] },
        }),
        continueReply: () => later.answer,
      }),
    )
    const reads = () => main.asked.filter(({ name }) => name === 'openConversation').length
    const continuing = session.continueReply(cut.id)
    main.tell({ type: 'reply-start', replyId: 'of another window' })
    expect(reads()).toBe(1)
    later.give({ ok: false, error })
    await continuing
    expect(reads()).toBe(2)
  })

  it('leaves a conversation that another window deleted, and no other', async () => {
    const { main, state } = await openSession()
    const blank = { id: 'latest', messages: [] }
    main.answer({ openConversation: () => ({ ok: true, value: blank }) })
    main.announce('conversations', { rows: [], goneIds: ['another'] })
    await new Promise((resolve) => setTimeout(resolve))
    expect(state().conversationId).toBe('conversation-1')
    main.announce('conversations', { rows: [], goneIds: ['conversation-1'] })
    await expect.poll(() => state().conversationId).toBe('latest')
    expect(main.asked.at(-1)?.input).not.toHaveProperty('conversationId')
  })

  it('has what is typed kept when it is disposed of', async () => {
    const { main, session } = await openSession()
    session.type('Not sent')
    session.dispose()
    expect(main.asked.at(-1)).toEqual({
      name: 'keepDraft',
      input: { conversationId: 'conversation-1', text: 'Not sent' },
    })
  })

  it('hears nothing after it was disposed of', async () => {
    const { main, session, state, see } = await openSession()
    await session.send('Hello')
    session.dispose()
    main.tell(delta(0, 'late'))
    see(true)
    expect(state().messages.at(-1)?.text).toBe('')
    expect(receipts(main)).toEqual([])
  })
})

describe('acknowledging', () => {
  const units = 64 * 1024

  it('says what it has read each time that more than 64 Ki units are new, thoughts and text together', async () => {
    const { main, session } = await openSession()
    await session.send('Hello')
    main.tell({ ...delta(0, 'x'.repeat(units / 2)), kind: 'thought' })
    main.tell(delta(0, 'x'.repeat(units / 2)))
    expect(receipts(main)).toEqual([])
    main.tell(delta(units / 2, 'x'))
    main.tell(delta(units / 2 + 1, 'x'.repeat(units)))
    expect(receipts(main)).toEqual([{ replyId: 'id-2', read: { text: units / 2 + 1, thought: units / 2 } }])
    main.tell(delta(1.5 * units + 1, 'x'))
    expect(receipts(main).at(-1)).toEqual({
      replyId: 'id-2',
      read: { text: 1.5 * units + 2, thought: units / 2 },
    })
  })

  it('counts anew for another reply', async () => {
    const { main, session } = await openSession()
    await session.send('Hello')
    main.tell(delta(0, 'x'.repeat(units + 1)))
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    await session.send('And now?')
    main.tell({ ...delta(0, 'x'.repeat(units + 1)), replyId: 'id-4' })
    expect(receipts(main).map(({ replyId }) => replyId)).toEqual(['id-2', 'id-4'])
  })

  it('says it when the window can be seen again, if a reply is live', async () => {
    const { main, session, see } = await openSession()
    see(true)
    await session.send('Hello')
    main.tell(delta(0, 'Hi'))
    see(true)
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'complete' })
    see(true)
    expect(receipts(main)).toEqual([{ replyId: 'id-2', read: { text: 2, thought: 0 } }])
  })
})

describe('a window that nobody sees', () => {
  it('says so to main, and times nothing that it will hear of only later', async () => {
    const { main, session, state, see } = await openSession()
    await session.send('Hello')
    see(false)
    see(true)
    main.tell({ ...delta(0, 'Hm.'), kind: 'thought' })
    main.tell(delta(0, 'Yes.'))
    expect(main.asked.filter(({ name }) => name === 'watchReplies').map(({ input }) => input)).toEqual([
      { isSeen: false },
      { isSeen: true },
    ])
    expect(state().heard.get('id-2')).toEqual({ lastAt: 5, isUntimed: true })
  })
})

describe('continuing', () => {
  it('asks main, once, and lets no prompt follow the reply from that moment on', async () => {
    const later = deferred<Result<void>>()
    const { main, session, state } = await openSession(
      createFakeBridge({ continueReply: () => later.answer }),
    )
    await session.send('Hello')
    main.tell(delta(0, 'Hi '))
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'stopped' })
    void session.continueReply('id-2')
    void session.continueReply('id-2')
    const before = state().messages.at(-1)
    main.tell({ type: 'reply-resume', replyId: 'id-2' })
    main.tell(delta(3, 'there'))
    expect(before).toMatchObject({ text: 'Hi ', progress: { status: 'waiting' } })
    expect(state().messages.at(-1)).toMatchObject({ text: 'Hi there', progress: { status: 'streaming' } })
    expect(main.asked.filter(({ name }) => name === 'continueReply')).toEqual([
      { name: 'continueReply', input: { replyId: 'id-2' } },
    ])
  })

  it('tells when main refuses, keeps the reply as it was, and may be asked again', async () => {
    const { main, session, state } = await openSession(
      createFakeBridge({ continueReply: () => ({ ok: false, error }) }),
    )
    await session.send('Hello')
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'stopped' })
    const before = state()
    await session.continueReply('id-2')
    const { trouble } = state()
    expect(state()).toEqual({ ...before, trouble: error })
    main.answer({ continueReply: () => ({ ok: true, value: undefined }) })
    await session.continueReply('id-2')
    expect([trouble, state().trouble]).toEqual([error, undefined])
  })

  it('takes nothing back from a reply that another window has continued before main refused', async () => {
    const later = deferred<Result<void>>()
    const { main, session, state } = await openSession(
      createFakeBridge({ continueReply: () => later.answer }),
    )
    await session.send('Hello')
    main.tell({ type: 'reply-end', replyId: 'id-2', reason: 'stopped' })
    const continuing = session.continueReply('id-2')
    main.tell({ type: 'reply-resume', replyId: 'id-2' })
    main.tell(delta(0, 'Hi'))
    later.give({ ok: false, error })
    await continuing
    expect(state().messages.at(-1)).toMatchObject({ text: 'Hi', progress: { status: 'streaming' } })
  })
})

describe('the rest', () => {
  it('asks main to stop the live reply and waits for the word that it did', async () => {
    const { main, session, state } = await openSession()
    await session.stop()
    await session.send('Hello')
    await session.stop()
    expect(main.asked.filter(({ name }) => name === 'stopReply')).toEqual([
      { name: 'stopReply', input: { replyId: 'id-2' } },
    ])
    expect(state().messages.at(-1)).toMatchObject({ progress: { status: 'waiting' } })
  })

  it('switches the recorder, reads the models again for what was recorded, and tells when main refuses', async () => {
    const { main, session, state } = await openSession()
    await session.switchRecording(true)
    const asked = main.asked.slice(-2)
    const before = state().trouble
    main.answer({ switchRecording: () => ({ ok: false, error }) })
    await session.switchRecording(false)
    expect(asked).toEqual([
      { name: 'switchRecording', input: { on: true } },
      { name: 'listModels', input: {} },
    ])
    expect([before, state().trouble]).toEqual([undefined, error])
  })

  it('starts a conversation of its own, and hears nothing more of the old one', async () => {
    const { main, session, state } = await openSession()
    await session.send('Hello')
    await session.startConversation()
    main.tell(delta(0, 'old'))
    expect(state()).toMatchObject({ conversationId: 'blank', messages: [], untaken: new Set() })
    expect(main.asked.at(-1)).toMatchObject({ name: 'openConversation', input: { conversationId: 'blank' } })
  })

  it('shows the conversation that was chosen last, though another one is still being read', async () => {
    const later = deferred<void>()
    const { main, session, state } = await openSession()
    main.answer({
      openConversation: async ({ conversationId: id = '' }) => {
        if (id === 'long') await later.answer
        return { ok: true, value: { id, messages: [] } }
      },
    })
    const first = session.openConversation('long')
    const second = session.openConversation('conversation-1')
    later.give()
    await Promise.all([first, second])
    expect(state().conversationId).toBe('conversation-1')
  })

  it('is told of the conversation that it shows, though the one before was asked in at the last moment', async () => {
    const later = deferred<Result<void>>()
    const { main, session } = await openSession(createFakeBridge({ startReply: () => later.answer }))
    const sending = session.send('Hello')
    await session.openConversation('another')
    later.give({ ok: true, value: undefined })
    await sending
    expect(main.asked.slice(-2)).toMatchObject([
      { name: 'openConversation', input: { conversationId: 'another' } },
      { name: 'openConversation', input: { conversationId: 'another' } },
    ])
  })

  it('shows the conversation that was asked for outside of the window', async () => {
    const { main, state } = await openSession()
    main.announce('showConversation', { conversationId: 'elsewhere' })
    await new Promise((resolve) => setTimeout(resolve))
    expect(state().conversationId).toBe('elsewhere')
  })

  it('says when what is typed could not be kept, keeps it in the field, and is quiet when it can', async () => {
    const refused: AppError = { code: 'not-kept', detail: 'disk full' }
    const { main, session, state } = await openSession()
    main.answer({ keepDraft: () => ({ ok: false, error: refused }) })
    session.type('Long words')
    session.leave()
    await new Promise((resolve) => setTimeout(resolve))
    expect([state().trouble, state().draft]).toEqual([{ ...refused, code: 'draft-not-kept' }, 'Long words'])
    main.answer({ keepDraft: () => ({ ok: true, value: undefined }) })
    session.type('Long words!')
    session.leave()
    await new Promise((resolve) => setTimeout(resolve))
    expect(state().trouble).toBeUndefined()
  })

  it('has what is typed kept before it looks for the conversation that nobody has written in', async () => {
    const { main, session } = await openSession()
    session.type('Not sent')
    await session.startConversation()
    expect(main.asked.slice(-3).map(({ name }) => name)).toEqual([
      ...['keepDraft', 'findBlankConversation', 'openConversation'],
    ])
  })

  it('tells what went wrong at the start, and recovers when it is opened again', async () => {
    const main = createFakeBridge({ listModels: () => ({ ok: false, error }) })
    const { session, state } = await openSession(main)
    const before = state().trouble
    main.answer({ listModels: () => ({ ok: true, value: { models: [], chosenId: 'demo/flow' } }) })
    await session.open()
    expect([before, state().trouble, state().chosenModelId]).toEqual([error, undefined, 'demo/flow'])
  })
})
