import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import type { RequestName } from '#shared/contract'
import type { ReplyEvent } from '#shared/reply-event'

import { createChatSession } from './chat/chat-session'
import { createQuickAsker } from './chat/quick-asker'
import { QuickApp } from './quick-app'
import { createSettingsSession } from './settings/settings-session'
import { createFakeBridge } from './testing/fake-bridge'
import { createWindowTicker } from './ui/ticker'

/** The quick window before a fake main, opened. The ids that it mints are `id-1`, `id-2` and so on. */
async function renderQuick() {
  const main = createFakeBridge()
  let ids = 0
  const newId = (): string => `id-${++ids}`
  const ticker = createWindowTicker()
  const session = createChatSession({
    ...{ bridge: main.bridge, newId, now: ticker.now, onVisibility: () => () => {} },
  })
  const settings = createSettingsSession(main.bridge)
  await settings.open()
  const asker = createQuickAsker(main.bridge, newId)
  render(<QuickApp {...{ session, settings, ticker, asker }} locale="en" />)
  await act(async () => {
    await Promise.all([session.listModels(), session.openConversation(newId())])
  })
  return {
    user: userEvent.setup(),
    asked: <Name extends RequestName>(name: Name) =>
      main.asked.flatMap((one) => (one.name === name ? [one.input] : [])),
    tell: (event: ReplyEvent) => act(() => main.tell(event)),
    show: () => act(async () => main.announce('quickShown', {})),
  }
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
const REPLY = 'id-3'
const said = (text: string): readonly ReplyEvent[] => [
  { type: 'reply-start', replyId: REPLY },
  { type: 'reply-delta', replyId: REPLY, kind: 'text', at: 0, text },
]
const END: ReplyEvent = { type: 'reply-end', replyId: REPLY, reason: 'complete' }

describe('the quick window', () => {
  it('asks in a conversation of its own, of the chosen model, and shows the answer beneath', async () => {
    const { user, asked, tell } = await renderQuick()
    expect([document.activeElement, document.title]).toEqual([field(), 'Quick question'])
    await user.keyboard('What is baseball?{Enter}')
    expect(asked('findBlankConversation')).toEqual([])
    expect(asked('startReply')).toMatchObject([
      { conversationId: 'id-1', parentId: null, text: 'What is baseball?', modelId: 'vertex/gemini-flash' },
    ])
    for (const event of said('A game.\n\n')) tell(event)
    tell(END)
    expect(await screen.findByText('A game.')).toBeDefined()
  })

  it('goes with Esc and leaves the answer alone, which Stop ends', async () => {
    const { user, asked, tell } = await renderQuick()
    await user.keyboard('Hello{Enter}')
    for (const event of said('Hi')) tell(event)
    await user.keyboard('{Escape}')
    expect([asked('hideQuick'), asked('stopReply')]).toEqual([[{}], []])
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(asked('stopReply')).toEqual([{ replyId: REPLY }])
  })

  it('comes back to an answer that is coming, and anew after one that has ended, ready for words', async () => {
    const { user, asked, tell, show } = await renderQuick()
    await user.keyboard('Hello{Enter}')
    for (const event of said('Hi there. ')) tell(event)
    act(() => field().blur())
    await show()
    expect([asked('openConversation').length, document.activeElement]).toEqual([1, field()])
    tell(END)
    await show()
    expect(asked('openConversation').at(-1)).toMatchObject({ conversationId: 'id-4' })
    expect(screen.queryByText('Hello')).toBeNull()
    expect(document.activeElement).toBe(field())
  })

  it('keeps what is typed and not sent from one show to the next', async () => {
    const { user, show } = await renderQuick()
    await user.keyboard('half a thou')
    await show()
    expect(field().value).toBe('half a thou')
  })

  it('hands its conversation to the window with its keys, and first what is typed', async () => {
    const { user, asked } = await renderQuick()
    await user.keyboard('not sent{Control>}o{/Control}')
    expect(asked('keepDraft')).toEqual([{ conversationId: 'id-1', text: 'not sent' }])
    expect(asked('openInWindow')).toEqual([{ conversationId: 'id-1' }])
  })
})
