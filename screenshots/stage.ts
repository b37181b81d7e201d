import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import type { ElectronApplication } from '@playwright/test'

import { chooseModel } from '../e2e/choose-model'
import { launchApp, vertexEnv } from '../e2e/launch-app'
import { seedConversation } from '../e2e/seed-conversation'
import { startVertexEmulator } from '../emulators/vertex/vertex-emulator'
import { type Language, type Stage, WORDS } from './screens'

export interface ScreenStart {
  readonly language: Language
  /** With the question how to begin. */
  readonly isFirstStart: boolean
}

const PROMPT = { en: 'Show me everything at once', ja: 'すべてを一度に見せて' } as const

/** Opens the app on the document that has everything in it, with the emulator's Gemini as its model, and cleans up after the work. */
export async function withStage(
  { language, isFirstStart }: ScreenStart,
  work: (stage: Stage, app: ElectronApplication) => Promise<void>,
): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'nagare-screens-'))
  const document = resolve(`src/renderer/src/markdown/testing/torture/${language}.md`)
  if (!isFirstStart) {
    seedConversation(userData, [{ prompt: PROMPT[language], reply: await readFile(document, 'utf8') }])
  }
  const words = WORDS[language]
  const emulator = await startVertexEmulator()
  const app = await launchApp({
    userData,
    env: isFirstStart ? {} : vertexEnv(emulator),
    language: language === 'ja' ? 'ja' : 'en-US',
    isFirstStart,
  })
  try {
    const page = await app.firstWindow()
    if (!isFirstStart) {
      await chooseModel(page, 'Gemini 3.5 Flash', words.header.model)
      await page.getByRole('log').getByRole('img').nth(1).waitFor()
    }
    await work({ page, emulator, language, words }, app)
  } finally {
    await app.close()
    await emulator.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
