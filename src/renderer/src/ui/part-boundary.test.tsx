import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createFakeBridge } from '../testing/fake-bridge'
import { createPrompt, createReply } from '../testing/messages'
import { renderApp } from '../testing/render-app'
import { renderWithWords } from '../testing/render-with-words'
import { PartBoundary } from './part-boundary'

// React says each caught error on the console, too.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

it('stands for what broke, and shows it again when it can be shown', () => {
  let isBroken = true
  function Fragile() {
    if (isBroken) throw new Error('broken')
    return <p>Whole</p>
  }
  renderWithWords(
    <PartBoundary part="message" text="The words">
      <Fragile />
    </PartBoundary>,
  )
  expect(screen.getByRole('alert').textContent).toMatch(/could not be shown properly/)
  expect(screen.getByText('The words')).toBeDefined()
  isBroken = false
  fireEvent.click(screen.getByRole('button', { name: 'Show again' }))
  expect(screen.getByText('Whole')).toBeDefined()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('leaves the other messages and the composer alone where one message cannot be drawn', async () => {
  const broken = createReply({
    text: 'Plain words',
    progress: { status: 'failed', error: undefined as never },
  })
  const main = createFakeBridge({
    openConversation: () => ({ ok: true, value: { id: 'c', messages: [createPrompt(), broken] } }),
  })
  const { user } = await renderApp({ main })
  expect(screen.getByRole('log').textContent).toContain('What is baseball?')
  expect(screen.getByRole('log').textContent).toContain('Plain words')
  const composer = screen.getByRole('textbox', { name: 'Message' })
  await user.type(composer, 'Still here')
  expect((composer as HTMLTextAreaElement).value).toBe('Still here')
})
