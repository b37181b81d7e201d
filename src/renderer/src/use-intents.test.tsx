import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Intent } from '#shared/requests/intents'

import { createFakeBridge } from './testing/fake-bridge'
import { renderApp } from './testing/render-app'

/** The window, with what was wanted before it was there. */
async function setUp(...wanted: readonly Intent[]) {
  let waiting = wanted
  const main = createFakeBridge({
    takeIntents: () => {
      const intents = waiting
      waiting = []
      return { ok: true, value: { intents } }
    },
  })
  const app = await renderApp({ main })
  const want = (intent: Intent) => {
    waiting = [intent]
    act(() => main.announce('intents', {}))
  }
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
  return { ...app, want, field }
}

describe('what a link wants', () => {
  it('is written into a new conversation and said, and nothing is sent', async () => {
    const { main, field } = await setUp({ kind: 'new', prompt: 'Hello' })
    await waitFor(() => expect(field.value).toBe('Hello'))
    expect(await screen.findByText(/A link wrote this/)).toBeDefined()
    expect(main.asked.filter(({ name }) => name === 'startReply')).toEqual([])
    expect(main.asked.filter(({ name }) => name === 'openConversation').at(-1)?.input).toMatchObject({
      conversationId: expect.stringMatching(/^id-/),
    })
  })

  it('leaves what was begun to be written where it was', async () => {
    const { main, user, field, want } = await setUp()
    await user.type(field, 'Mine')
    want({ kind: 'new', prompt: 'Theirs' })
    await waitFor(() => expect(field.value).toBe('Theirs'))
    const kept = main.asked.flatMap((one) => (one.name === 'keepDraft' ? [one.input] : []))
    expect(kept).toContainEqual({ conversationId: 'conversation-1', text: 'Mine' })
  })

  it('opens a conversation, or a panel of the settings', async () => {
    const { main, want } = await setUp({ kind: 'conversation', conversationId: 'elsewhere' })
    await waitFor(() =>
      expect(main.asked.filter(({ name }) => name === 'openConversation').at(-1)?.input).toMatchObject({
        conversationId: 'elsewhere',
      }),
    )
    want({ kind: 'settings', panel: 'privacy' })
    expect(await screen.findByRole('tab', { name: 'Privacy', selected: true })).toBeDefined()
  })

  it('is refused in a sentence', async () => {
    const { want } = await setUp()
    want({ kind: 'refused', reason: 'link' })
    expect(await screen.findByText(/did nothing/)).toBeDefined()
  })
})

describe('a file that the app was opened with', () => {
  it('is shown, and added only when the reader says so', async () => {
    const { main, user, want } = await setUp()
    const report = {
      conversations: { fresh: 1, known: 0 },
      messages: { fresh: 2, known: 0 },
      presets: { fresh: 0, known: 0 },
      ...{ titles: [], problems: [], problemCount: 0 },
    }
    main.answer({
      readImport: () => ({ ok: true, value: { outcome: 'done', name: 'a.jsonl', report } }),
    })
    want({ kind: 'import' })
    const panel = within(await screen.findByRole('tabpanel', { name: 'Data' }))
    expect(await panel.findByText(/1 new conversation/)).toBeDefined()
    const asked = () => main.asked.filter(({ name }) => name === 'readImport' || name === 'addImport')
    expect(asked()).toEqual([{ name: 'readImport', input: { isOpened: true } }])
    await user.click(panel.getByRole('button', { name: 'Add to my conversations' }))
    expect(asked().at(-1)).toEqual({ name: 'addImport', input: {} })
  })
})
