import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { expect } from '@playwright/test'

import { test } from './fixtures'
import { appCommand, electronPath, vertexEnv } from './launch-app'

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const EXPORT = [
  '{"type":"export","format":"nagare-export","version":1,"app":"0.1.0","exportedAt":"2026-11-25T23:00:00.000Z"}',
  `{"type":"conversation","id":"${ID}","title":"川の流れ","createdAt":1,"updatedAt":1,"leafId":"${ID}"}`,
  `{"type":"message","id":"${ID}","conversationId":"${ID}","parentId":null,"role":"user","text":"川とは？","createdAt":1}`,
  '{"type":"end","conversations":1,"messages":1}',
].join('\n')

test('a link or a file opens the app at the right place, also when it runs already', async ({
  launch,
  emulator,
  userData,
}) => {
  const env = vertexEnv(emulator)
  const app = await launch({ env, args: ['nagare://new?prompt=What%20is%20baseball%3F'] })
  const page = await app.firstWindow()
  const field = page.getByRole('textbox', { name: 'Message' })
  await expect(field).toHaveValue('What is baseball?')
  await expect(field).toBeFocused()
  await expect(page.getByText('A link wrote this')).toBeVisible()

  /** Starts the app once more, which hands over what it was started for, and goes. */
  async function open(what: string): Promise<void> {
    const { args, env: whole } = appCommand({ userData, env, args: [what] })
    const second = spawn(electronPath(), args, { cwd: userData, env: whole, stdio: 'ignore' })
    expect(await once(second, 'exit')).toEqual([0, null])
  }

  await test.step('a file is shown, and added when the reader says so', async () => {
    writeFileSync(join(userData, 'river.jsonl'), EXPORT)
    await open('river.jsonl')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await expect(settings.getByRole('heading', { name: 'In river.jsonl' })).toBeVisible()
    await settings.getByRole('button', { name: 'Add to my conversations' }).press('Enter')
    await expect(settings.getByText('Added.')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a link opens what was added', async () => {
    await open(`nagare://conversation/${ID}`)
    await expect(page.getByRole('log').getByText('川とは？')).toBeVisible()
  })

  await test.step('a link to what is not here says so', async () => {
    await open(`nagare://conversation/${ID.replace('3f', '4f')}`)
    await expect(page.getByText('The conversation of this link is not here')).toBeVisible()
  })

  await test.step('what was written at first is still there, unsent', async () => {
    await page.getByRole('button', { name: 'New conversation' }).first().click()
    await expect(field).toHaveValue('What is baseball?')
    expect(emulator.requests.filter(({ method }) => method === 'POST')).toEqual([])
  })
})

test('a link that comes before the app is ready waits for its window', async ({ launch }) => {
  const app = await launch({ before: resolve('e2e/opened-early.cjs') })
  const page = await app.firstWindow()
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Early')
  expect(app.windows()).toHaveLength(1)
})
