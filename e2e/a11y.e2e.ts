import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { expect, type Page, test } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { LAYERS } from '../screenshots/layers'
import { withStage } from '../screenshots/stage'
import { onEveryScreen, TOURS } from './every-screen'
import { readHearings, watchHearings } from './hearings'
import { focusUnseen } from './seen-focus'
import { widerThanWindow } from './cut-text'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA, and what is good practice besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const [what, screens] of TOURS) {
  test(`axe finds nothing on ${what}, light or dark`, async () => {
    test.slow()
    const found = await onEveryScreen(screens, async ({ page }, app) => {
      const violations: string[] = []
      for (const theme of ['light', 'dark'] as const) {
        await app.evaluate(({ nativeTheme }, chosen) => (nativeTheme.themeSource = chosen), theme)
        await expect.poll(() => isDark(page)).toBe(theme === 'dark')
        await standStill(page)
        violations.push(...(await findViolations(page)).map((line) => `${theme}: ${line}`))
      }
      return violations
    })
    expect(found).toEqual([])
  })
}

for (const [what, screens] of TOURS) {
  test(`nothing on ${what} is wider than the window at 200 %, where every stop of Tab can be seen`, async () => {
    test.slow()
    const found = await onEveryScreen(
      screens,
      async ({ page }) => [...(await widerThanWindow(page)), ...(await focusUnseen(page))],
      {
        prepare: async (stage, app) => {
          await app.evaluate(({ BrowserWindow }) => {
            const window = BrowserWindow.getAllWindows()[0]
            window?.setContentSize(1280, 800)
            window?.webContents.setZoomFactor(2)
          })
          return stage
        },
      },
    )
    expect(found).toEqual([])
  })
}

for (const [what, screens] of TOURS) {
  test(`focus is seen on ${what} in forced colours too, and with reduced motion nothing moves`, async () => {
    test.slow()
    const found = await onEveryScreen(
      screens,
      async ({ page }) => [...(await focusUnseen(page)), ...(await movingThings(page))],
      {
        prepare: async (stage) => {
          await stage.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
          // What began to move before is not meant.
          await stage.page.reload()
          await stage.page.getByPlaceholder(stage.words.composer.placeholder).waitFor()
          return stage
        },
      },
    )
    expect(found).toEqual([])
  })
}

test('a screen reader hears that an answer comes, and then the answer in pieces; never its tokens', async () => {
  await withStage({ language: 'en', isFirstStart: false }, async ({ page, emulator, words }) => {
    const answer = 'Rivers flow to the sea.\n\nThe *sea* waits.\n\nThen it rains.'
    emulator.script(textReply(answer, { charsPerChunk: 3, delayMs: 30 }))
    await watchHearings(page)
    await page.getByRole('textbox', { name: words.composer.label }).fill('Where do rivers go?')
    await page.keyboard.press('Enter')
    await expect.poll(() => readHearings(page)).toContain('Then it rains.')
    expect((await readHearings(page)).filter((said) => /river|sea|rain|answering/i.test(said))).toEqual([
      'Gemini 3.5 Flash is answering',
      'Gemini 3.5 Flash said: Rivers flow to the sea.',
      'The sea waits.',
      'Then it rains.',
    ])
  })
})

const isDark = (page: Page) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)

/** A colour that is on its way to another is neither. What goes on for ever is let go on. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)))
  })
}

interface Axe {
  run(context: object, options: object): Promise<{ readonly violations: readonly Violation[] }>
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/** The page allows no script of another: axe comes in over the debugger. */
async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const violations = await page.evaluate(
    async ({ values, above }) => {
      const { axe } = window as unknown as { readonly axe: Axe }
      // What lies over the page is all that can be reached as long as it is there.
      const layers = document.querySelectorAll(above)
      const result = await axe.run(layers.length > 0 ? [...layers] : document, {
        runOnly: { type: 'tag', values },
        iframes: false,
      })
      // Axe takes a label below the fold of a panel for hidden: what it says of that is asked again in sight.
      const isOutOfSight = ({ target }: Violation['nodes'][number]): boolean => {
        const { top, bottom } = document.querySelector(String(target[0]))!.getBoundingClientRect()
        return top < 0 || bottom > window.innerHeight
      }
      const told = result.violations.map(({ id, nodes }) => ({
        ...{ id, nodes: nodes.filter((node) => !isOutOfSight(node)) },
        unsure: nodes.filter(isOutOfSight),
      }))
      const held: Violation[] = [...told]
      for (const { id, unsure } of told) {
        for (const { target } of unsure) {
          const element = document.querySelector(String(target[0]))!
          element.scrollIntoView({ block: 'center' })
          const rule = { type: 'rule', values: [id] }
          held.push(...(await axe.run(element, { runOnly: rule, iframes: false })).violations)
        }
      }
      return held
    },
    { values: RULES, above: LAYERS },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** A spinner or a caret that stands still is no animation that runs. */
function movingThings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().duration !== 0,
      )
      .map(({ effect }) => `moves: ${(effect as KeyframeEffect).target?.outerHTML.slice(0, 120) ?? ''}`),
  )
}
