import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect } from '@playwright/test'

import { chooseInMenu, openFrom, saveTo } from './dialogs'
import { test } from './fixtures'
import { seedConversation } from './seed-conversation'

const REPLY =
  'Rivers **flow**. Money is $5.\n\n```ts\nconst river = "flow"\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$x^2$\n'

test('carries everything out and in again, and prints it, from the menu by keys', async ({
  userData,
  launch,
}) => {
  const out = join(userData, 'out')
  mkdirSync(out)
  seedConversation(userData, [{ prompt: 'なぜ川は流れる？ <script>', reply: REPLY }])
  const app = await launch()
  const page = await app.firstWindow()
  await expect(page.getByText('Rivers flow')).toBeVisible()

  await chooseInMenu(app, 'Export…')
  const panel = page.getByRole('dialog', { name: 'Settings' })
  await expect(panel).toBeVisible()
  for (const [format, ending] of [
    ['Markdown', 'md'],
    ['HTML', 'html'],
    ['PDF', 'pdf'],
    ['JSON Lines (everything)', 'jsonl'],
  ] as const) {
    await saveTo(app, join(out, `x.${ending}`))
    await panel.getByRole('combobox', { name: 'Format' }).selectOption({ label: format })
    await panel.getByRole('button', { name: 'Export…' }).press('Enter')
    await expect(panel.getByRole('status')).toHaveText(`Saved as x.${ending}.`)
  }
  expect(readFileSync(join(out, 'x.md'), 'utf8')).toContain(`## Demo\n\n${REPLY}`)
  expect(readFileSync(join(out, 'x.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  const html = readFileSync(join(out, 'x.html'), 'utf8')
  expect(html).not.toMatch(/<script|<button|https?:\/\/(?!www\.w3\.org)|url\(|@font-face/)
  expect(html).toContain('<math xmlns')
  expect(html).toMatch(/<span class="[^"]+">const ?<\/span>/)
  await readsWithoutScripts(app, join(out, 'x.html'))

  await openFrom(app, join(out, 'x.jsonl'))
  await panel.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(panel.getByText('2 messages are here already and stay as they are.')).toBeVisible()
  writeFileSync(
    join(out, 'y.jsonl'),
    readFileSync(join(out, 'x.jsonl'), 'utf8').replaceAll(/-4(\w{3})-/g, '-5$1-'),
  )
  await openFrom(app, join(out, 'y.jsonl'))
  await panel.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(panel.getByText('1 new conversation, 2 new messages.')).toBeVisible()
  await panel.getByRole('button', { name: 'Add to my conversations' }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Added.')

  await saveTo(app, join(out, 'z.db'))
  await panel.getByRole('button', { name: 'Back up to a file…' }).press('Enter')
  await expect(panel.getByRole('status')).toContainText('2 conversations, 4 messages')
  await page.screenshot({ path: test.info().outputPath('panel.png') })

  await saveTo(app, join(out, 'all'))
  await panel.getByRole('combobox', { name: 'What' }).selectOption({ label: 'All conversations' })
  await panel.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'HTML' })
  await panel.getByRole('button', { name: 'Export…' }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Saved as all.')
  expect(readdirSync(join(out, 'all')).length).toBe(3)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

/** The export as anybody would open it: in a window of its own, without scripts and without network. */
async function readsWithoutScripts(app: ElectronApplication, file: string): Promise<void> {
  const text = await app.evaluate(async ({ BrowserWindow }, path) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadFile(path)
    const words = (await window.webContents.executeJavaScript('document.body.innerText')) as string
    window.destroy()
    return words
  }, file)
  expect(text).toContain('なぜ川は流れる？ <script>')
  expect(text).toContain('Rivers flow. Money is $5.')
}
