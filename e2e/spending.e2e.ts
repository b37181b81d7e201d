import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

test('says what a conversation took, stops an answer at its limit, and asks at that of the day', async ({
  launch,
  emulator,
  userData,
}) => {
  writeFileSync(
    join(userData, 'settings.json'),
    JSON.stringify({ mostTokensPerAnswer: 40, isWelcomed: true }),
  )
  writeFileSync(join(userData, 'prices.json'), '{\n  "date": "2026-11-25",\n  "models": {,}\n}')
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  const field = page.getByRole('textbox', { name: 'Message' })
  const log = page.getByRole('log')

  await test.step('an answer that grows beyond the limit is stopped, and can be continued', async () => {
    const script = textReply('word '.repeat(200), { charsPerChunk: 25, delayMs: 20 })
    emulator.script({ ...script, fault: { kind: 'stall', afterChunks: script.chunks.length - 1 } })
    await field.fill('Tell me a lot')
    await field.press('Enter')
    await expect(log.getByText('reached the limit that you set for one answer')).toBeVisible()
    await expect(log.getByRole('button', { name: 'Continue' })).toBeVisible()
    await expect.poll(() => emulator.requests[0]?.closedBy).toBe('client')
  })

  await test.step('the figure in the header opens the account, in the air and by keys', async () => {
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused()
    await page.keyboard.type('budget')
    await page.getByRole('option', { name: 'Tokens and cost' }).waitFor()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Tokens and cost' })
    const today = dialog.getByRole('region', { name: 'Today, all conversations' })
    await expect(today.getByText('Requests').locator('xpath=..')).toContainText('1')
    await dialog.getByRole('button', { name: 'Set limits' }).press('Enter')
  })

  const settings = page.getByRole('dialog', { name: 'Settings' })
  await test.step('a limit for the day is set', async () => {
    const limit = settings.getByRole('textbox', { name: 'Most tokens for a day' })
    await limit.fill('1')
    await limit.press('Enter')
    await settings.getByRole('tab', { name: 'Models' }).click()
    await expect(settings.getByRole('alert')).toContainText(/prices\.json cannot be read, line 3/)
    await page.keyboard.press('Escape')
  })

  await test.step('nothing is sent beyond it until the user agrees, and the words outlive a reload', async () => {
    const before = emulator.requests.length
    await field.fill('And more?')
    await field.press('Enter')
    await expect(log.getByText('that you allow for a day, so nothing was sent')).toBeVisible()
    expect(emulator.requests.length).toBe(before)
    await expect
      .poll(async () => {
        await page.reload()
        return field.inputValue()
      })
      .toBe('And more?')
    emulator.script(textReply('More.'))
    await field.press('Enter')
    await log.getByRole('button', { name: 'Send anyway' }).press('Enter')
    await expect(log.getByText('More.', { exact: true })).toBeVisible()
    await expect(field).toHaveValue('')
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
    await field.fill('Once more')
    emulator.script(textReply('Again.'))
    await field.press('Enter')
    await expect(log.getByText('that you allow for a day, so nothing was sent')).toBeVisible()
  })
})
