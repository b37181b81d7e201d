import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect } from '@playwright/test'

import { test } from './fixtures'
import { seedConversation } from './seed-conversation'

const REPLY = [
  '# 川の流れ',
  'ゆく河の流れは**絶えず**して、しかももとの水にあらず。',
  '```ts\nconst river: string = "flow" // 水\n```',
  '| 川 | 長さ |\n| :-- | --: |\n| 信濃川 | 367 km |\n| 利根川 | 322 km |',
  '$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$',
].join('\n\n')

test('prints what was said by Ctrl+P, and says so when the printer fails', async ({ userData, launch }) => {
  seedConversation(userData, [{ prompt: 'なぜ川は流れる？', reply: REPLY }])
  const app = await launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('log').getByText('絶えず')).toBeVisible()

  const pdf = join(userData, 'print.pdf')
  await connectPrinter(app, pdf)
  await answerWith(app, 'Print job failed')
  await page.keyboard.press('Control+p')
  await expect(page.getByText('Nothing was printed. Check the printer, then try again.')).toBeVisible()
  // One page, and its fonts are in it.
  expect(readFileSync(pdf, 'latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  expect(readFileSync(pdf, 'latin1')).toContain('/FontFile2')

  await page.getByRole('button', { name: 'Dismiss' }).click()
  await answerWith(app, 'Print job canceled')
  await page.keyboard.press('Control+p')
  await expect.poll(() => printed(app)).toBe(2)
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Data' }).press('Enter')
  // Main says that it is busy for as long as it clears the last one away.
  await expect(async () => {
    await settings.getByRole('button', { name: 'Print…' }).press('Enter')
    await expect(settings.getByRole('status')).toHaveText('Cancelled. Nothing was changed.', {
      timeout: 10_000,
    })
  }).toPass({ timeout: 60_000 })
  await answerWith(app, '')
  await settings.getByRole('button', { name: 'Print…' }).press('Enter')
  await expect(settings.getByRole('status')).toHaveText('Sent to the printer.')
  await test.info().attach('print.pdf', { path: pdf })
})

interface Printer {
  failure: string
  readonly printed: number
}

/** Stands in for the printer: what comes to it becomes a file. */
function connectPrinter(app: ElectronApplication, file: string): Promise<void> {
  return app.evaluate(({ app }, target) => {
    const printer = { failure: '', printed: 0 }
    Object.assign(globalThis, { printer })
    app.on('web-contents-created', (_, contents) => {
      contents.print = (_options, done) => {
        void contents.printToPDF({ preferCSSPageSize: true }).then((pdf) => {
          process.getBuiltinModule('node:fs').writeFileSync(target, pdf)
          printer.printed += 1
          done?.(printer.failure === '', printer.failure)
        })
      }
    })
  }, file)
}

/** From now on it answers with Electron's word for a failure; with none when it prints. */
function answerWith(app: ElectronApplication, failure: string): Promise<void> {
  return app.evaluate((_, word) => {
    ;(globalThis as unknown as { printer: Printer }).printer.failure = word
  }, failure)
}

function printed(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => (globalThis as unknown as { printer: Printer }).printer.printed)
}
