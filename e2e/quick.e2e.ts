import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { chooseInMenu } from './dialogs'
import { test } from './fixtures'
import { appCommand, electronPath, launchApp, vertexEnv } from './launch-app'

const KEYS = { quickKeys: 'Mod+Alt+Shift+F9' }
const ACCELERATOR = 'CmdOrCtrl+Alt+Shift+F9'

/** As the native menu does; the keys of the whole system are nobody's to press here. */
async function openQuick(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window')
  await chooseQuick(app)
  return opened
}

async function chooseQuick(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quick-question')?.click())
}

/** How the quick window stands; undefined where there is none. */
function stand(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#quick'),
    )
    if (window === undefined) return undefined
    const { width, height } = window.getBounds()
    return { isSeen: window.isVisible(), isOnTop: window.isAlwaysOnTop(), width, height }
  })
}

const message = (page: Page) => page.getByRole('textbox', { name: 'Message' })

test('a quick question is asked over everything, goes with Esc, and is a conversation like any other', async ({
  launch,
  emulator,
}) => {
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  const quick = await openQuick(app)
  await expect(message(quick)).toBeFocused()
  await expect.poll(() => stand(app)).toMatchObject({ isSeen: true, isOnTop: true, width: 680 })
  // No taller than the field, before there is an answer.
  await expect.poll(async () => (await stand(app))?.height).toBeLessThan(160)
  const isOpen = await quick.evaluate(() => 'require' in window || 'process' in window)
  expect(isOpen).toBe(false)

  const script = textReply('A bat, a ball, nine players.', { charsPerChunk: 9 })
  emulator.script({ ...script, fault: { kind: 'stall', afterChunks: script.chunks.length - 1 } })
  await message(quick).fill('What is baseball?')
  await message(quick).press('Enter')
  await expect(quick.getByText('A bat, a ball')).toBeVisible()
  await expect.poll(async () => (await stand(app))?.height).toBeGreaterThan(400)

  await quick.keyboard.press('Escape')
  await expect.poll(() => stand(app)).toMatchObject({ isSeen: false })
  await expect(page.getByRole('treeitem').filter({ hasText: 'What is baseball?' })).toBeVisible()
  await chooseQuick(app)
  await expect.poll(() => stand(app)).toMatchObject({ isSeen: true })
  await expect(message(quick)).toBeFocused()
  await expect(quick.getByText('A bat, a ball')).toBeVisible()

  await quick.keyboard.press('Control+o')
  await expect(page.getByRole('log').getByText('A bat, a ball')).toBeVisible()
  await expect.poll(() => stand(app)).toMatchObject({ isSeen: false })

  await expect.poll(() => page.getByRole('log').textContent()).toContain('nine')
  const gone = once(app.process(), 'exit')
  app.process().kill('SIGKILL')
  await gone
  const again = await (await launch({ env: vertexEnv(emulator) })).firstWindow()
  await again.getByRole('treeitem').filter({ hasText: 'What is baseball?' }).click()
  await expect(again.getByRole('log').getByText('A bat, a ball')).toBeVisible()
})

test('its keys are taken from the system, or the settings say that another program has them', async ({
  launch,
  userData,
}) => {
  await writeFile(join(userData, 'settings.json'), JSON.stringify(KEYS))
  const app = await launch()
  const page = await app.firstWindow()
  await message(page).waitFor()
  const isHeld = (of: ElectronApplication) =>
    of.evaluate(({ globalShortcut }, accelerator) => globalShortcut.isRegistered(accelerator), ACCELERATOR)
  expect(await isHeld(app)).toBe(true)

  const elsewhere = await mkdtemp(join(tmpdir(), 'nagare-e2e-'))
  await writeFile(join(elsewhere, 'settings.json'), JSON.stringify(KEYS))
  const other = await launchApp({ userData: elsewhere })
  try {
    const second = await other.firstWindow()
    await message(second).waitFor()
    await second.keyboard.press('Control+,')
    const says = second.getByText('Another program or the system has these keys.')
    await expect(says).toBeVisible()
    expect(await isHeld(other)).toBe(false)

    // Hidden, it does not keep an app that nobody sees.
    await second.keyboard.press('Escape')
    const quick = await openQuick(other)
    await expect.poll(() => stand(other)).toMatchObject({ isSeen: true })
    await message(quick).press('Escape')
    await expect.poll(() => stand(other)).toMatchObject({ isSeen: false })
    const ended = other.waitForEvent('close')
    await other.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.close(),
    )
    await ended
  } finally {
    await other.close().catch(() => undefined)
    await rm(elsewhere, { recursive: true, force: true })
  }
})

test('the tray shows what is coming, opens windows, and keeps the app when the last one closes', async ({
  launch,
  emulator,
  userData,
}) => {
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ keepsRunning: true }))
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  // Drawn by the system, where it has a place for it: it cannot be read from here.
  await app.evaluate(({ Tray, dialog }) => {
    Tray.prototype.setContextMenu = (menu) => void Object.assign(globalThis, { tray: menu })
    dialog.showMessageBox = (() => {
      Object.assign(globalThis, { wasAsked: true })
      return Promise.resolve({ response: 1, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
  })
  const items = () =>
    app.evaluate(() =>
      (globalThis as unknown as { tray?: Electron.Menu }).tray?.items.map(({ label }) => label || '-'),
    )
  const press = (label: string) =>
    app.evaluate(
      (_, wanted) =>
        (globalThis as unknown as { tray: Electron.Menu }).tray.items
          .find((item) => item.label === wanted)
          ?.click(),
      label,
    )
  await page.keyboard.press('Control+,')
  await page.getByRole('switch', { name: 'Show in the tray or menu bar' }).click()
  await expect(page.getByRole('switch', { name: 'Keep running without a window' })).toBeChecked()
  await expect.poll(items).toEqual(['New Conversation', 'Quick Question', '-', 'Settings…', 'Quit'])
  await page.keyboard.press('Escape')

  const script = textReply('A bat, a ball, nine players.', { charsPerChunk: 9 })
  emulator.script({ ...script, fault: { kind: 'stall', afterChunks: script.chunks.length - 1 } })
  await message(page).fill('What is baseball?')
  await message(page).press('Enter')
  await expect.poll(items).toContain('What is baseball?')
  const wasAsked = () => app.evaluate(() => Boolean(Reflect.get(globalThis, 'wasAsked')))
  // Nothing is lost without a word.
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click())
  await expect.poll(wasAsked).toBe(true)
  await app.evaluate(() => Reflect.deleteProperty(globalThis, 'wasAsked'))
  const closed = page.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((one) => one.close()))
  await closed

  await press('Quit')
  await expect.poll(wasAsked).toBe(true)
  const opened = app.waitForEvent('window')
  await press('What is baseball?')
  const again = await opened
  await expect(again.getByRole('log').getByText('A bat, a ball')).toBeVisible()

  // In the moment in which the last window goes, too.
  const forSettings = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => {
    const [last] = BrowserWindow.getAllWindows()
    const { tray } = globalThis as unknown as { tray: Electron.Menu }
    last?.prependOnceListener('closed', () => tray.items.find(({ label }) => label === 'Settings…')?.click())
    last?.close()
  })
  const settingsOpen = await forSettings
  await settingsOpen.getByRole('dialog', { name: 'Settings' }).waitFor()
  await settingsOpen.close()
  // A Mac has its menu without a window, too.
  const forExport = app.waitForEvent('window')
  await chooseInMenu(app, 'Export…')
  await (await forExport).getByRole('button', { name: 'Export…' }).waitFor()
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (() =>
      Promise.resolve({ response: 0, checkboxChecked: false })) as typeof dialog.showMessageBox
  })
  const ended = app.waitForEvent('close')
  await press('Quit')
  await ended
})

test('a start with --quick opens nothing else and ends with it, and a second one opens the window of the first', async ({
  launch,
  userData,
}) => {
  const alone = await launch({ args: ['--quick'] })
  const quick = await alone.firstWindow()
  await expect(message(quick)).toBeFocused()
  expect(alone.windows()).toEqual([quick])
  await expect.poll(() => stand(alone)).toMatchObject({ isSeen: true })
  const ended = alone.waitForEvent('close')
  // Gone before the key is let go.
  await quick.keyboard.press('Escape').catch(() => undefined)
  await ended

  const app = await launch()
  await message(await app.firstWindow()).waitFor()
  const opened = app.waitForEvent('window')
  const { args, env } = appCommand({ userData, args: ['--quick'] })
  const second = spawn(electronPath(), args, { stdio: 'ignore', env })
  await expect(message(await opened)).toBeFocused()
  if (second.exitCode === null) await new Promise((resolve) => second.once('exit', resolve))
})

test('is opened anew in the moment in which it goes, and is then the one that the keys hide and show', async ({
  launch,
}) => {
  const app = await launch()
  await message(await app.firstWindow()).waitFor()
  await message(await openQuick(app)).waitFor()
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow, Menu }) => {
    const going = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#quick'),
    )
    going?.prependOnceListener('closed', () =>
      Menu.getApplicationMenu()?.getMenuItemById('quick-question')?.click(),
    )
    going?.destroy()
  })
  const again = await opened
  await expect(message(again)).toBeFocused()
  await expect.poll(() => stand(app)).toMatchObject({ isSeen: true })
  await again.keyboard.press('Escape')
  await expect.poll(() => stand(app)).toMatchObject({ isSeen: false })
  await chooseQuick(app)
  await expect.poll(() => stand(app)).toMatchObject({ isSeen: true })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2)
})
