import type { ElectronApplication, Page } from '@playwright/test'

import { alignClocks, type Alignment, type ClockReading } from '../align-clocks'

/** What leads from the window's clock to main's, found by main itself: the shortest way there is. */
export async function alignWindowToMain(app: ElectronApplication): Promise<Alignment> {
  const readings = await app.evaluate(async ({ BrowserWindow }, count) => {
    const [browserWindow] = BrowserWindow.getAllWindows()
    if (browserWindow === undefined) throw new Error('There is no window.')
    const taken: ClockReading[] = []
    while (taken.length < count) {
      const askedAt = performance.timeOrigin + performance.now()
      const theirs = (await browserWindow.webContents.executeJavaScript(
        'performance.timeOrigin + performance.now()',
      )) as number
      taken.push({ askedAt, theirs, answeredAt: performance.timeOrigin + performance.now() })
    }
    return taken
  }, READINGS)
  return alignClocks(readings)
}

/** What leads from the window's clock to that of this process, which is the emulator's. */
export async function alignWindowToEmulator(page: Page): Promise<Alignment> {
  const readings: ClockReading[] = []
  while (readings.length < READINGS) {
    const askedAt = performance.timeOrigin + performance.now()
    const theirs = await page.evaluate(() => performance.timeOrigin + performance.now())
    readings.push({ askedAt, theirs, answeredAt: performance.timeOrigin + performance.now() })
  }
  return alignClocks(readings)
}

const READINGS = 100
