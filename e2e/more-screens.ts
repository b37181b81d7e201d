import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type ElectronApplication, expect } from '@playwright/test'

import { leaveLayers, openSettings } from '../screenshots/layers'
import type { Screen, Stage } from '../screenshots/screens'
import { openFrom } from './dialogs'

export interface LookedAtScreen extends Pick<Screen, 'name' | 'isFirstStart'> {
  readonly open: (stage: Stage, app: ElectronApplication) => Promise<void>
}

/** What a screen becomes when it is used: no pictures of their own, but to be read and worked like all others. */
export const MORE_SCREENS: readonly LookedAtScreen[] = [
  { name: 'settings-prompts, one being written', open: writePrompt },
  { name: 'settings-api, on and asked', open: askLocalApi },
  { name: 'settings-data, a file to be added', open: readImport },
  { name: 'settings-about, the licences', open: showLicenses },
  { name: 'text, a conversation being named', open: nameConversation },
  { name: 'text, a conversation just deleted', open: deleteConversation },
]

async function writePrompt(stage: Stage): Promise<void> {
  await openSettings('prompts')(stage)
  const { page, words } = stage
  await page.getByRole('button', { name: words.presets.add }).click()
  await page.getByRole('textbox', { name: words.presets.text, exact: true }).fill('{{x=1}} + {{y=2}}')
}

/** By a stranger, who is refused. */
async function askLocalApi(stage: Stage): Promise<void> {
  await openSettings('api')(stage)
  const { page, words } = stage
  const { names } = words.settings
  const dialog = page.getByRole('dialog', { name: words.settings.title })
  const port = dialog.getByRole('textbox', { name: names.localApiPort, exact: true })
  const isOn = dialog.getByRole('switch', { name: names.localApi, exact: true })
  if (!(await isOn.isChecked())) {
    await port.fill(String(await freePort()))
    await port.press('Enter')
    await isOn.click()
  }
  const address = await dialog.getByText(/^http:\/\/127\.0\.0\.1:\d+\/v1$/).innerText()
  await fetch(`${address}/models`)
  await dialog.getByRole('button', { name: words.localApi.create, exact: true }).click()
  await dialog.getByRole('row').nth(1).waitFor()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const [CONVERSATION, MESSAGE] = [
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
]
const FILE = [
  '{"type":"export","format":"nagare-export","version":1}',
  `{"type":"conversation","id":"${CONVERSATION}","title":"Rivers","leafId":"${MESSAGE}","createdAt":1,"updatedAt":1}`,
  `{"type":"message","id":"${MESSAGE}","conversationId":"${CONVERSATION}","parentId":null,"role":"user","text":"Hm","createdAt":1}`,
  'What nobody can read',
  '{"type":"end"}',
]

/** Of which something cannot be taken over. */
async function readImport(stage: Stage, app: ElectronApplication): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nagare-import-'))
  const file = join(folder, 'export.jsonl')
  await writeFile(file, FILE.join('\n'))
  await openFrom(app, file)
  await openSettings('data')(stage)
  const { page, words } = stage
  const dialog = page.getByRole('dialog', { name: words.settings.title })
  await dialog.getByRole('button', { name: words.portable.importAction, exact: true }).press('Enter')
  await dialog.getByRole('group').locator('summary').press('Enter')
  await rm(folder, { recursive: true })
}

async function showLicenses(stage: Stage): Promise<void> {
  await openSettings('about')(stage)
  const { page, words } = stage
  await page.getByRole('button', { name: words.licenses.show }).press('Enter')
  await page.getByText(words.licenses.electron).waitFor()
}

async function nameConversation(stage: Stage): Promise<void> {
  const { page, words } = stage
  await leaveLayers(page)
  await showList(stage)
  await page.keyboard.press('Home')
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: words.sidebar.name, exact: true }).waitFor()
}

async function deleteConversation(stage: Stage): Promise<void> {
  const { page, words } = stage
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: words.sidebar.name, exact: true })).toHaveCount(0)
  await showList(stage)
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: words.dialog.undo, exact: true }).last().waitFor()
}

/** In a narrow window it is away. */
async function showList({ page, words }: Stage): Promise<void> {
  const list = page.getByRole('tree')
  if (!(await list.isVisible()))
    await page.getByRole('button', { name: words.sidebar.show, exact: true }).click()
  await list.focus()
}
