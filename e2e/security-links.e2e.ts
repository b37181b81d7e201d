import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from '@playwright/test'

import { HOSTILE_LINKS } from '../src/main/desktop/testing/hostile-links'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

test('links from other programs: none does more than be refused in a sentence', async ({
  launch,
  emulator,
  userData,
}) => {
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  const field = page.getByRole('textbox', { name: 'Message' })
  await field.fill('Mine')
  const settings = () => readFileSync(join(userData, 'settings.json'), 'utf8')
  const before = settings()
  const refused = page.getByText('does not know what this link wants')
  const dismiss = page.getByRole('button', { name: 'Dismiss' })

  for (const [attempt, link] of HOSTILE_LINKS) {
    await test.step(attempt, async () => {
      // As a second start of the app hands it over, with what a browser might have been made to add.
      const isOurs = /^nagare:/i.test(link)
      await app.evaluate(
        ({ app: electron }, argv) => electron.emit('second-instance', {}, argv, '/', null),
        ['nagare', '--inspect=9229', link, ...(isOurs ? ['/etc/passwd.jsonl'] : [])],
      )
      if (isOurs) {
        await expect.soft(refused).toBeVisible()
        await dismiss.click()
        await expect.soft(refused).toHaveCount(0)
      }
      await expect.soft(field).toHaveValue('Mine')
      expect.soft(await page.getByRole('dialog', { name: 'Settings' }).count()).toBe(0)
      expect.soft(settings()).toBe(before)
      expect.soft(emulator.requests.filter(({ method }) => method === 'POST')).toEqual([])
    })
  }

  await test.step('one that is good writes into a conversation of its own, and sends nothing', async () => {
    await app.evaluate(({ app: electron }) => {
      const event = { preventDefault: () => undefined }
      return electron.emit('open-url', event, 'nagare://new?prompt=Theirs')
    })
    await expect.soft(field).toHaveValue('Theirs')
    await expect.soft(page.getByText('A link wrote this')).toBeVisible()
    expect.soft(emulator.requests.filter(({ method }) => method === 'POST')).toEqual([])
  })
})
