import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { type ElectronApplication, expect } from '@playwright/test'

import { test } from './fixtures'

/** A way out that hears where somebody wants to go, and lets nobody through. */
async function startClosedProxy() {
  const heard: string[] = []
  const server = createServer((_, response) => response.writeHead(502).end())
  server.on('connect', ({ url = '' }, client) => {
    heard.push(url)
    client.end('HTTP/1.1 502 Closed\r\nContent-Length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    heard,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const isChecking = (app: ElectronApplication) =>
  app.evaluate(({ session }) => session.fromPartition('persist:page').spellCheckerEnabled)

test.skip(process.platform === 'darwin', 'A Mac checks spelling by itself, and downloads nothing.')

test('no dictionary is asked for before spelling is to be checked, and then by the app’s own way out alone', async ({
  launch,
  userData,
}) => {
  const proxy = await startClosedProxy()
  const log = join(userData, 'net-log.json')
  await writeFile(
    join(userData, 'settings.json'),
    JSON.stringify({ proxyMode: 'manual', proxyAddress: proxy.address }),
  )
  const app = await launch({ args: [`--log-net-log=${log}`] })
  const page = await app.firstWindow()
  const field = page.getByRole('textbox', { name: 'Message' })
  await field.pressSequentially('Teh word ')
  expect(await isChecking(app)).toBe(false)
  await app.close()
  expect(await readFile(log, 'utf8')).not.toMatch(/bdic|gvt1/)
  expect(proxy.heard).toEqual([])

  const again = await launch({ args: [`--log-net-log=${log}`] })
  const second = await again.firstWindow()
  await second.getByRole('textbox', { name: 'Message' }).waitFor()
  await second.keyboard.press('Control+,')
  await second.getByRole('switch', { name: 'Check spelling' }).click()
  await expect.poll(() => proxy.heard).toContain('redirector.gvt1.com:443')
  await expect(second.getByText('The dictionary for the spelling could not be downloaded')).toBeVisible()
  await second.getByRole('switch', { name: 'Check spelling' }).click()
  await expect.poll(() => isChecking(again)).toBe(false)
  expect(new Set(proxy.heard)).toEqual(new Set(['redirector.gvt1.com:443']))
  await again.close()
  proxy.close()
})

test('a misspelt word has its suggestions in the menu, and can be learned', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  // What Chromium would say with a dictionary, which cannot be downloaded here; and the menu, which the system draws.
  await app.evaluate(({ Menu, BrowserWindow }) => {
    Menu.prototype.popup = function (this: Electron.Menu) {
      Object.assign(globalThis, { shown: this.items })
    }
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) return
    contents.replaceMisspelling = (word) => void Object.assign(globalThis, { replacement: word })
    const none = { canUndo: false, canRedo: false, canCut: false, canCopy: false, canPaste: false }
    contents.emit(
      'context-menu',
      {},
      {
        ...{ isEditable: true, selectionText: 'teh', linkURL: '', misspelledWord: 'teh' },
        dictionarySuggestions: ['the', 'ten'],
        editFlags: { ...none, canSelectAll: true },
      },
    )
  })
  const press = (label: string) =>
    app.evaluate(
      (_, wanted) =>
        (globalThis as unknown as { shown: Electron.MenuItem[] }).shown
          .find((item) => item.label === wanted)
          ?.click(),
      label,
    )
  const labels = await app.evaluate(() =>
    (globalThis as unknown as { shown: Electron.MenuItem[] }).shown.map(({ label }) => label),
  )
  expect(labels.slice(0, 4)).toEqual(['the', 'ten', 'Add to Dictionary', ''])
  await press('the')
  expect(await app.evaluate(() => (globalThis as { replacement?: string }).replacement)).toBe('the')
  await press('Add to Dictionary')
  await expect
    .poll(() =>
      app.evaluate(({ session }) =>
        session.fromPartition('persist:page').listWordsInSpellCheckerDictionary(),
      ),
    )
    .toEqual(['teh'])
})
