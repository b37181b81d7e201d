import { resolve } from 'node:path'

import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { seedConversation } from './seed-conversation'

test('opens where and as large as it was left, with its zoom', async ({ launch }) => {
  const app = await launch()
  await (await app.firstWindow()).getByRole('textbox', { name: 'Message' }).waitFor()
  const left = { x: 60, y: 40, width: 820, height: 610 }
  await app.evaluate(({ BrowserWindow }, bounds) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setBounds(bounds)
    window?.webContents.setZoomLevel(1)
  }, left)
  const stand = (of: typeof app) =>
    of.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomLevel() }
    })
  await expect.poll(() => stand(app)).toEqual({ bounds: left, zoom: 1 })
  await app.close()

  const again = await launch()
  await (await again.firstWindow()).getByRole('textbox', { name: 'Message' }).waitFor()
  await expect.poll(() => stand(again)).toEqual({ bounds: left, zoom: 1 })
})

test('offers under the second button what can be done there, in the language of the app', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, [
    { prompt: 'Links', reply: '[Away](https://example.com/a) and [down](#below).' },
  ])
  const app = await launch({ language: 'ja' })
  const page = await app.firstWindow()
  // Drawn by the system, a menu cannot be read from here.
  await app.evaluate(({ Menu, clipboard }) => {
    void clipboard.writeText('to be pasted')
    Menu.prototype.popup = function (this: Electron.Menu) {
      Object.assign(globalThis, { shown: this.items })
    }
  })
  const shown = () =>
    app.evaluate(() => {
      const { shown: items = [] } = globalThis as { shown?: readonly Electron.MenuItem[] }
      return items.map(({ label, enabled, type }) =>
        type === 'separator' ? '-' : enabled ? label : `(${label})`,
      )
    })
  await page.getByRole('textbox', { name: 'メッセージ' }).click({ button: 'right' })
  await expect
    .poll(shown)
    .toEqual([
      ...['(元に戻す)', '(やり直す)', '-', '(切り取り)', '(コピー)', '貼り付け', '-', '(すべて選択)'],
    ])
  await page.getByRole('link', { name: 'Away' }).click({ button: 'right' })
  await expect.poll(shown).toEqual(['リンクを開く', 'リンクのアドレスをコピー'])
  await app.evaluate(() => (globalThis as unknown as { shown: Electron.MenuItem[] }).shown[1]?.click())
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('https://example.com/a')
  await page.getByText('Links').last().click({ clickCount: 2 })
  await page.getByText('Links').last().click({ button: 'right' })
  await expect.poll(shown).toEqual(['コピー'])
})

test('says when an answer is ready to whoever is elsewhere, by the title alone, and shows it at a press', async ({
  launch,
  emulator,
  userData,
}) => {
  seedConversation(userData, [{ prompt: 'Another', reply: 'Elsewhere.' }])
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  // The system shows it, where there is one that does.
  await app.evaluate(({ Notification, BrowserWindow }) => {
    const notices: Electron.Notification[] = []
    Object.assign(globalThis, { notices })
    Object.assign(Notification, { isSupported: () => true })
    Notification.prototype.show = function (this: Electron.Notification) {
      notices.push(this)
    }
    // Xvfb has nobody who looks away.
    BrowserWindow.getFocusedWindow = () => null
  })
  const other = page.getByRole('log').getByText('Elsewhere.')
  await expect(other).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(other).toHaveCount(0)
  emulator.script(textReply('A secret word.'))
  await page.getByRole('textbox', { name: 'Message' }).fill('What is baseball?')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  const notices = () =>
    app.evaluate(() =>
      (globalThis as unknown as { notices: Electron.Notification[] }).notices.map(({ title, body }) => [
        title,
        body,
      ]),
    )
  await expect.poll(notices).toEqual([['The answer is ready', 'What is baseball?']])
  await page.getByRole('treeitem').filter({ hasText: 'Another' }).click()
  await expect(other).toBeVisible()
  await app.evaluate(() =>
    (globalThis as unknown as { notices: Electron.Notification[] }).notices[0]?.emit('click'),
  )
  await expect(page.getByRole('log').getByText('A secret word.')).toBeVisible()
})

test('lists recent conversations in the dock, as long as the reader wants it', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, [{ prompt: 'What is baseball?', reply: 'A game.' }])
  seedConversation(userData, [{ prompt: 'Rivers', reply: 'They flow.' }])
  const app = await launch({ before: resolve('e2e/dock.cjs') })
  const page = await app.firstWindow()
  await expect(page.getByRole('log').getByText('They flow.')).toBeVisible()
  const listed = () =>
    app.evaluate(() => {
      const { dockMenu } = globalThis as unknown as { dockMenu: Electron.Menu }
      return dockMenu.items.map(({ label }) => label)
    })
  const press = (at: number) =>
    app.evaluate((_, index) => {
      const { dockMenu } = globalThis as unknown as { dockMenu: Electron.Menu }
      dockMenu.items[index]?.click()
    }, at)
  expect(await listed()).toEqual(['New Conversation', '', 'Rivers', 'What is baseball?'])
  await press(3)
  await expect(page.getByRole('log').getByText('A game.')).toBeVisible()
  await press(0)
  await expect(page.getByRole('log').getByText('A game.')).toHaveCount(0)

  await page.getByRole('tree').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect.poll(listed).toEqual(['New Conversation', '', 'What is baseball?'])
  await page.keyboard.press('Control+,')
  await page.getByRole('switch', { name: 'List recent conversations on the desktop' }).press('Space')
  await expect.poll(listed).toEqual(['New Conversation'])
})
