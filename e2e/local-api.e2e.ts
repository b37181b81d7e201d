import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'

import { expect } from '@playwright/test'
import OpenAI from 'openai'

import { textReply } from '../emulators/vertex/reply-script'
import { filesWith } from './files-with'
import { test } from './fixtures'

/** Of a port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { readonly port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('another program uses the connections, from the switch and the token to the list of its requests', async ({
  page,
  emulator,
  userData,
}) => {
  emulator.script(textReply('Nine players throw, bat and run.', { charsPerChunk: 5, delayMs: 12 }))
  const port = await freePort()
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Local API' }).click()
  await dialog.getByLabel('Port', { exact: true }).fill(String(port))
  await dialog.getByLabel('Port', { exact: true }).press('Enter')
  await dialog.getByRole('switch', { name: 'Let other programs use the connections' }).click()
  await expect(dialog.getByText(`http://127.0.0.1:${port}/v1`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Create a token' }).click()
  const token = await dialog.getByRole('textbox', { name: 'Token' }).inputValue()

  const client = new OpenAI({ apiKey: token, baseURL: `http://127.0.0.1:${port}/v1`, maxRetries: 0 })
  const messages = [{ role: 'user' as const, content: 'planted-question' }]
  const stream = await client.chat.completions.create({ model: 'default', messages, stream: true })
  let said = ''
  for await (const { choices } of stream) said += choices[0]?.delta.content ?? ''
  expect(said).toBe('Nine players throw, bat and run.')

  const row = dialog.getByRole('row').filter({ hasText: '/v1/chat/completions' })
  await expect(row).toContainText('vertex/gemini-3.5-flash')
  await dialog.getByRole('switch', { name: 'Let other programs use the connections' }).click()
  await expect(dialog.getByText('Off. Nobody is let in.')).toBeVisible()
  await expect(client.models.list()).rejects.toThrow('Connection error')
  expect(await filesWith(userData, token, 'planted-question')).toEqual([])
})

test('nothing of the server is loaded as long as it is off', async () => {
  const main = await readFile('out/main/index.js', 'utf8')
  expect([main.includes('readLocalApi'), main.includes('/run_stream')]).toEqual([true, false])
})
