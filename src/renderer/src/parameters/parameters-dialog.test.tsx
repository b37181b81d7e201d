import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'

import type { AppError } from '#shared/app-error'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'

async function open(answers: Parameters<typeof createFakeBridge>[0] = {}, locale: 'en' | 'ja' = 'en') {
  const main = createFakeBridge(answers)
  const { user } = await renderApp({ main, locale })
  await user.keyboard('{Control>}{Shift>}P{/Shift}{/Control}')
  const dialog = within(await screen.findByRole('dialog'))
  const kept = () => main.asked.findLast(({ name }) => name === 'keepParameters')?.input
  return { main, user, dialog, kept }
}

const conversationId = 'conversation-1'

it('shows what the chosen model accepts and nothing else, by keys alone', async () => {
  const { main, dialog } = await open()
  expect(main.asked.findLast(({ name }) => name === 'readParameters')?.input).toEqual({
    ...{ conversationId, modelId: 'vertex/gemini-flash' },
  })
  expect(await dialog.findByRole('textbox', { name: 'Temperature' })).toBeDefined()
  expect(dialog.getAllByRole('textbox').map((field) => field.getAttribute('aria-labelledby'))).toHaveLength(3)
  expect(dialog.queryByRole('textbox', { name: 'Seed' })).toBeNull()
  expect(dialog.getAllByRole('radio').map((choice) => choice.parentElement?.textContent)).toEqual([
    ...['the model decides', 'low', 'high'],
  ])
})

it('keeps each value at once, and takes it back', async () => {
  const { user, dialog, kept } = await open()
  await user.type(await dialog.findByRole('textbox', { name: 'Temperature' }), '0.5{Enter}')
  expect(kept()).toEqual({ conversationId, parameters: { temperature: 0.5 } })
  await user.click(dialog.getByRole('radio', { name: 'low' }))
  await user.type(dialog.getByRole('textbox', { name: 'System prompt' }), 'Briefly.{Tab}')
  await user.type(dialog.getByRole('textbox', { name: 'Stop sequences' }), 'a{Enter}b{Tab}')
  expect(kept()).toEqual({
    conversationId,
    parameters: {
      temperature: 0.5,
      thinkingLevel: 'low',
      systemPrompt: 'Briefly.',
      stopSequences: ['a', 'b'],
    },
  })
  await user.click(dialog.getByRole('button', { name: 'Back to what is usual: Temperature' }))
  expect(kept()).toMatchObject({ parameters: { thinkingLevel: 'low' } })
  expect(kept()).not.toHaveProperty('parameters.temperature')
})

it('says why a value cannot be taken, keeps it in the field, and keeps what held before', async () => {
  const { user, dialog, kept } = await open({}, 'ja')
  const field = await dialog.findByRole<HTMLInputElement>('textbox', { name: /温度/ })
  await user.type(field, '9{Enter}')
  expect(dialog.getByRole('alert').textContent).toBe('0から2までの数を入力するか、空にしてください。')
  expect([field.value, field.getAttribute('aria-invalid'), kept()]).toEqual(['9', 'true', undefined])
  await user.type(dialog.getByRole('textbox', { name: '停止文字列' }), 'a{Enter}b{Enter}c{Tab}')
  expect(dialog.getByText(/2個までです/)).toBeDefined()
  expect(kept()).toBeUndefined()
})

it('tells when main refused to keep it', async () => {
  const error: AppError = { code: 'not-kept', detail: '' }
  const { user, dialog } = await open({ keepParameters: () => ({ ok: false, error }) })
  await user.type(await dialog.findByRole('textbox', { name: 'Temperature' }), '1{Enter}')
  expect((await dialog.findByRole('alert')).textContent).not.toBe('')
})

it('shows the request with what is typed, and says why there is none', async () => {
  const error: AppError = { code: 'missing-credentials', detail: '' }
  const { main, user, dialog } = await open({
    showRequest: () => ({
      ok: true,
      value: { method: 'POST', address: 'https://example.com/v1', body: '{\n  "seed": 1\n}' },
    }),
  })
  await user.click(dialog.getByRole('button', { name: 'Show request' }))
  expect((await dialog.findAllByRole('region', { name: 'Request' })).at(-1)?.textContent).toContain(
    '"seed": 1',
  )
  expect(dialog.getByText('POST https://example.com/v1')).toBeDefined()
  main.answer({ showRequest: () => ({ ok: false, error }) })
  await user.click(dialog.getByRole('button', { name: 'Show request' }))
  expect(dialog.getByRole('status').textContent).not.toBe('')
  expect(dialog.queryByText('POST https://example.com/v1')).toBeNull()
})
