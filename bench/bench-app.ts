import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ElectronApplication, Page } from '@playwright/test'

import { chooseModel } from '../e2e/choose-model'
import { launchApp, vertexEnv } from '../e2e/launch-app'
import { startVertexEmulator, type VertexEmulator } from '../emulators/vertex/vertex-emulator'

/** The built application in a real window, with the emulator's Gemini as its model. */
export interface BenchApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly emulator: VertexEmulator
}

/** Opens the application in a folder of its own, and closes and removes everything after the measurement. */
export async function withBenchApp<Figures>(
  measure: (bench: BenchApp) => Promise<Figures>,
): Promise<Figures> {
  const userData = await mkdtemp(join(tmpdir(), 'nagare-bench-'))
  const emulator = await startVertexEmulator()
  const app = await launchApp({ userData, env: vertexEnv(emulator) })
  try {
    const page = await app.firstWindow()
    await app.evaluate(KEEP_NAMES)
    await page.evaluate(KEEP_NAMES)
    await chooseModel(page, 'Gemini 3.5 Flash')
    return await measure({ app, page, emulator })
  } finally {
    await app.close()
    await emulator.close()
    await rm(userData, { recursive: true, force: true })
  }
}

/** tsx wraps every named function in a call of `__name`, which neither the window nor main knows. */
export const KEEP_NAMES = 'globalThis.__name = (named) => named'

export async function startConversation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New conversation' }).click()
}

export async function sendPrompt(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill('Flow')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
}
