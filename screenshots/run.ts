import { execFile } from 'node:child_process'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

import type { ElectronApplication } from '@playwright/test'
import { format, resolveConfig } from 'prettier'

import { toGallery } from './gallery'
import { type Language, type Screen, SCREENS } from './screens'
import { type ScreenStart, withStage } from './stage'

const FOLDER = resolve('docs/screenshots')
const SIZE = { width: 1280, height: 800 }
const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]
const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[]

/** tsx wraps every named function in a call of `__name`, which neither the window nor main knows. */
const KEEP_NAMES = 'globalThis.__name = (named) => named'

/** Takes the screens whose name begins so; all of them when none is named. */
const wanted = process.argv[2] ?? ''

await mkdir(FOLDER, { recursive: true })
for (const language of LANGUAGES) for (const theme of THEMES) await photograph(language, theme)
await reduceColours()
await writeGallery()

/** One window per language and theme, so that every picture is of a window that began like that. */
async function photograph(language: Language, theme: Theme): Promise<void> {
  const [firstStarts, others] = partition(SCREENS.filter(({ name }) => name.startsWith(wanted)))
  await shoot(others, { language, theme, isFirstStart: false })
  for (const screen of firstStarts) await shoot([screen], { language, theme, isFirstStart: true })
}

function partition(screens: readonly Screen[]): readonly [Screen[], Screen[]] {
  return [screens.filter((screen) => screen.isFirstStart), screens.filter((screen) => !screen.isFirstStart)]
}

async function shoot(screens: readonly Screen[], { theme, ...start }: ScreenStart & { theme: Theme }) {
  if (screens.length === 0) return
  await withStage(start, async (stage, app) => {
    const { page, language } = stage
    await setUp(app, theme)
    await page.emulateMedia({ colorScheme: theme })
    await page.evaluate(KEEP_NAMES)
    for (const { name, open } of screens) {
      await open(stage)
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(FOLDER, `${name}-${language}-${theme}.png`), caret: 'initial' })
      console.log(`${name}-${language}-${theme}.png`)
    }
  })
}

async function setUp(app: ElectronApplication, theme: Theme): Promise<void> {
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

async function writeGallery(): Promise<void> {
  const file = join(FOLDER, 'README.md')
  const page = toGallery(SCREENS.map(({ name }) => name))
  await writeFile(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }))
}
