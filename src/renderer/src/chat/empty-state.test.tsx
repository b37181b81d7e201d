import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { EmptyState } from './empty-state'

it.each([
  ['en', 'Suggestions', 'What is baseball?'],
  ['ja', '質問の例', '野球とは？'],
] as const)('sends a suggestion as it stands (%s)', async (locale, list, first) => {
  const sent: string[] = []
  renderWithWords(<EmptyState canSend onSend={(text) => sent.push(text)} />, locale)
  const suggestions = within(screen.getByRole('list', { name: list })).getAllByRole('button')
  for (const suggestion of suggestions) await userEvent.click(suggestion)
  expect([sent[0], sent]).toEqual([first, suggestions.map(({ textContent }) => textContent)])
  expect(sent).toHaveLength(3)
})

it('offers nothing that could not be sent', () => {
  renderWithWords(<EmptyState canSend={false} onSend={() => {}} />)
  expect(screen.getByRole('button', { name: 'What is baseball?' })).toHaveProperty('disabled', true)
})
