import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'

import { NOTHING_SPENT, type Spending } from '#shared/spending'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'

const conversation: Spending = {
  ...{ requests: 3, input: 12_000, output: 345, thought: 20, cached: 4_000 },
  ...{ dollars: 0.0421, unpriced: 1, isEstimate: true },
}

function bridge(spending = conversation) {
  return createFakeBridge({
    readSpending: () => ({ ok: true, value: { conversation: spending, day: NOTHING_SPENT } }),
  })
}

it('says in the header what the conversation took, and opens the whole account', async () => {
  const { user } = await renderApp({ main: bridge() })
  const button = await screen.findByRole('button', { name: 'Tokens and cost about 12.3K tokens · $0.0421' })
  await user.click(button)
  const account = within(await screen.findByRole('region', { name: 'This conversation' }))
  const facts = account
    .getAllByRole('term')
    .map((term) => [term.textContent, term.nextElementSibling?.textContent])
  expect(facts).toEqual([
    ['Requests', '3'],
    ['Tokens in', '12,000'],
    ['From the cache', '4,000'],
    ['Tokens out', '345'],
    ['Spent on thoughts', '20'],
    ['Cost', '$0.0421'],
  ])
  expect(account.getByText(/^1 request went to a model without a known price, and is missing/)).toBeDefined()
  expect(account.getByText(/estimated/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Set limits' }))
  expect(await screen.findByRole('textbox', { name: 'Most US dollars for a day' })).toBeDefined()
})

it('shows no figure while nothing was taken', async () => {
  await renderApp({ main: bridge(NOTHING_SPENT) })
  expect(screen.queryByRole('button', { name: /Tokens and cost/ })).toBeNull()
})

it('grows with the answer that comes, by estimate until the provider counts, and asks main only when it has ended', async () => {
  const main = bridge({ ...conversation, requests: 1, unpriced: 0, isEstimate: false })
  const { user, tell } = await renderApp({ main })
  await screen.findByRole('button', { name: 'Tokens and cost 12.3K tokens · $0.0421' })
  const asks = () => main.asked.filter(({ name }) => name === 'readSpending').length
  const before = asks()
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hi{Enter}')
  const start = main.asked.findLast(({ name }) => name === 'startReply')
  const { replyId } = start?.input as { replyId: string }
  tell({ type: 'reply-start', replyId })
  tell({ type: 'reply-delta', replyId, kind: 'text', at: 0, text: 'a'.repeat(3_000) })
  expect(await screen.findByRole('button', { name: /about 13.3K tokens/ })).toBeDefined()
  tell({ type: 'reply-usage', replyId, usage: { input: 600, output: 1_055 } })
  expect(await screen.findByRole('button', { name: 'Tokens and cost 14K tokens · $0.0421' })).toBeDefined()
  expect(asks()).toBe(before)
  tell({ type: 'reply-end', replyId, reason: 'complete' })
  await screen.findByRole('button', { name: 'Tokens and cost 12.3K tokens · $0.0421' })
  expect(asks()).toBe(before + 1)
})
