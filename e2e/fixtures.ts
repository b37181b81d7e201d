import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Page, test as base } from '@playwright/test'

import { startVertexEmulator, type VertexEmulator } from '../emulators/vertex/vertex-emulator'
import { chooseModel } from './choose-model'
import { launchApp, type LaunchOptions, vertexEnv } from './launch-app'

interface Fixtures {
  readonly emulator: VertexEmulator
  /** Empty at first, and the same for every launch of one test. */
  readonly userData: string
  /** Starts the real application; it is closed after the test. */
  readonly launch: (options?: Omit<LaunchOptions, 'userData'>) => Promise<ElectronApplication>
  /** The window of an application that talks to the emulator through the real `ChatVertexAI`. */
  readonly page: Page
}

export const test = base.extend<Fixtures>({
  emulator: async ({}, use) => {
    const emulator = await startVertexEmulator()
    await use(emulator)
    await emulator.close()
  },

  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'nagare-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  },

  launch: async ({ userData }, use) => {
    const running: ElectronApplication[] = []
    let errors = ''
    await use(async (options) => {
      const app = await launchApp({ userData, ...options })
      app.process().stderr?.on('data', (said) => (errors += String(said)))
      running.push(app)
      return app
    })
    for (const app of running) await app.close()
    expect(errors).not.toContain('Unhandled rejection')
  },

  page: async ({ launch, emulator }, use) => {
    const app = await launch({ env: vertexEnv(emulator) })
    const page = await app.firstWindow()
    await chooseModel(page, 'Gemini 3.5 Flash')
    await use(page)
  },
})
