import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

import type { ElectronApplication } from '@playwright/test'

import { launchApp, vertexEnv } from '../e2e/launch-app'
import { seedConversation } from '../e2e/seed-conversation'
import { startVertexEmulator } from '../emulators/vertex/vertex-emulator'
import { type Language, SCREENS, WORDS } from './screens'

const FOLDER = resolve('docs/screenshots')
const SIZE = { width: 1280, height: 800 }
const THEMES = ['light', 'dark'] as const
const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[]

/** tsx wraps every named function in a call of `__name`, which neither the window nor main knows. */
const KEEP_NAMES = 'globalThis.__name = (named) => named'

/** Takes the screens whose name begins so; all of them when none is named. */
const wanted = process.argv[2] ?? ''

await mkdir(FOLDER, { recursive: true })
for (const language of LANGUAGES) for (const theme of THEMES) await photograph(language, theme)
await reduceColours()

/** One window per language and theme, so that every picture is of a window that began like that. */
async function photograph(language: Language, theme: (typeof THEMES)[number]): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'nagare-screenshots-'))
  const document = resolve(`src/renderer/src/markdown/testing/torture/${language}.md`)
  const prompt = language === 'en' ? 'Show me everything at once' : 'すべてを一度に見せて'
  seedConversation(userData, [{ prompt, reply: await readFile(document, 'utf8') }])
  const words = WORDS[language]
  const emulator = await startVertexEmulator()
  const app = await launchApp({
    userData,
    env: vertexEnv(emulator),
    language: language === 'ja' ? 'ja' : 'en-US',
  })
  try {
    const page = await app.firstWindow()
    await setUp(app, theme)
    await page.emulateMedia({ colorScheme: theme })
    await page.evaluate(KEEP_NAMES)
    await page.getByRole('combobox', { name: words.header.model }).selectOption({
      label: 'Gemini 3.5 Flash',
    })
    await page.getByRole('log').getByRole('img').nth(1).waitFor()
    for (const { name, open } of SCREENS.filter((screen) => screen.name.startsWith(wanted))) {
      await open({ page, emulator, language, words })
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(FOLDER, `${name}-${language}-${theme}.png`), caret: 'initial' })
      console.log(`${name}-${language}-${theme}.png`)
    }
  } finally {
    await app.close()
    await emulator.close()
    await rm(userData, { recursive: true, force: true })
  }
}

async function setUp(app: ElectronApplication, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(KEEP_NAMES)
  await app.evaluate(
    ({ BrowserWindow, nativeTheme }, { theme, width, height }) => {
      nativeTheme.themeSource = theme
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    },
    { theme, ...SIZE },
  )
}

/** A screen has few colours: a palette makes its picture a third of the size. */
async function reduceColours(): Promise<void> {
  const files = SCREENS.filter(({ name }) => name.startsWith(wanted)).flatMap(({ name }) =>
    LANGUAGES.flatMap((language) => THEMES.map((theme) => join(FOLDER, `${name}-${language}-${theme}.png`))),
  )
  try {
    await promisify(execFile)('pngquant', [
      '--force',
      '--skip-if-larger',
      '--strip',
      '--ext',
      '.png',
      '256',
      ...files,
    ])
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      console.log('Without pngquant the pictures are large: install it for small ones.')
    else console.log(String(cause))
  }
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  console.log(`${files.length} pictures, ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)} KB`)
}
