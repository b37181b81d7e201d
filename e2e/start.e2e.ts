import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type ElectronApplication, expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { fileOf, providersIn, PROVIDER_CODES } from './provider-code'

test('loads a provider’s code when it is first used, and none at its start', async ({ launch, emulator }) => {
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Demo')
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect(page.locator('[data-flowing]').last()).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()

  const atStart = await loadedFiles(app)
  const listed = atStart.map((file) => relative(resolve('out/main'), file))
  test.info().annotations.push({ type: 'loaded at start', description: listed.join(', ') })
  expect(listed).toContain('index.js')
  expect(atStart.flatMap(providersIn)).toEqual([])

  emulator.script(textReply('Used.'))
  await chooseModel(page, 'Gemini 3.5 Flash')
  await page.getByRole('textbox', { name: 'Message' }).fill('And now?')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect(page.getByRole('log').getByText('Used.')).toBeVisible()
  expect(new Set((await loadedFiles(app)).flatMap(providersIn))).toEqual(new Set(['vertex']))
  // All of them can be seen.
  expect(PROVIDER_CODES.map(fileOf)).toHaveLength(PROVIDER_CODES.length)
})

/** The files of the built app that main has loaded, as V8 itself lists them. */
async function loadedFiles(app: ElectronApplication): Promise<readonly string[]> {
  const urls = await app.evaluate(async () => {
    const { Session } = process.getBuiltinModule('node:inspector')
    const session = new Session()
    session.connect()
    const seen: string[] = []
    session.on('Debugger.scriptParsed', ({ params }) => seen.push(params.url))
    session.post('Debugger.enable')
    session.disconnect()
    return seen
  })
  const built = resolve('out/main')
  return urls
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url))
    .filter((file) => file.startsWith(built))
}
