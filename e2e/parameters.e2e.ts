import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

test('tells the model what was chosen by keys, as the request shows it, also after a restart', async ({
  launch,
  emulator,
}) => {
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  await page.keyboard.press('Control+Shift+P')
  const dialog = page.getByRole('dialog', { name: 'Parameters of this conversation' })
  const system = dialog.getByRole('textbox', { name: 'System prompt' })
  await system.focus()
  await page.keyboard.type('Answer like a river.')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('textbox', { name: 'Temperature' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Temperature' }).focus()
  await page.keyboard.type('0.25')
  await page.keyboard.press('Enter')
  await dialog.getByRole('radio', { name: 'low', exact: true }).first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Message' }).fill('What is baseball?')
  await page.keyboard.press('Control+Shift+P')
  await dialog.getByRole('button', { name: 'Show request' }).press('Enter')
  const shown = dialog.getByRole('region', { name: 'Request' }).last()
  await expect(shown).toContainText('Answer like a river.')
  const before = JSON.parse(await shown.innerText()) as unknown
  expect(emulator.requests).toEqual([])
  await page.keyboard.press('Escape')

  emulator.script(textReply('It flows.'))
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect(page.getByRole('log').getByText('It flows.')).toBeVisible()
  expect(emulator.requests[0]?.body).toEqual(before)
  expect(emulator.requests[0]?.body).toMatchObject({
    generationConfig: { temperature: 0.25, thinkingConfig: { thinkingLevel: 'LOW' } },
  })

  await app.close()
  const again = await (await launch({ env: vertexEnv(emulator) })).firstWindow()
  await again.getByRole('log').getByText('It flows.').waitFor()
  await again.keyboard.press('Control+Shift+P')
  await expect(again.getByRole('textbox', { name: 'System prompt' })).toHaveValue('Answer like a river.')
  await expect(again.getByRole('textbox', { name: 'Temperature' })).toHaveValue('0.25')
})
