import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { createRandom } from '../bench/random'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { launchApp, vertexEnv } from './launch-app'
import { paste } from './paste'
import { stoodStill, traceFor, watchScrolling, wheel } from './scroll-probe'
import { seedConversation } from './seed-conversation'

const PARTS = [
  'Baseball is played by two teams of nine on a field shaped like a diamond, and nobody knows how long it will take.',
  '## 守備と攻撃\n\n野球は二つのチームが九人ずつで戦うスポーツです。攻撃と守備を交互に行い、得点を競います。',
  '- the pitcher throws\n- the batter waits\n- the catcher *catches*',
  '```ts\nconst outs = 3\nfor (const inning of innings) {\n  play(inning, outs)\n}\n```',
  '| Base | Distance |\n| --- | --- |\n| first | 27 m |\n| second | 39 m |',
]

/** So many parts, each of them marked with its number, so that no two are the same. */
function answer(parts: number): string {
  return Array.from({ length: parts }, (_, index) => `Part ${index}.\n\n${PARTS[index % PARTS.length]}`).join(
    '\n\n',
  )
}

/** Pixels that rounding may take. */
const STILL_PX = 2
/** Until a wheel or a key has moved the view all the way. */
const SETTLED_MS = 450

const log = (page: Page) => page.getByRole('log', { name: 'Conversation' })
const jumpButton = (page: Page) => page.getByRole('button', { name: /^Jump to latest/ })
const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop' })

async function ask(page: Page, prompt = 'What is baseball?'): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(prompt)
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
}

/** Until enough of the answer is there to leave its end. */
async function untilScrollable(page: Page): Promise<void> {
  await expect
    .poll(async () => (await log(page).boundingBox())?.height, { intervals: [50] })
    .toBeGreaterThan(1600)
}

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
}

const SEEDS = [11, 23, 47]
const DELAYS_MS = [4, 16, 60]

for (const [round, delayMs] of DELAYS_MS.entries()) {
  const seed = SEEDS[round] ?? 1
  test(`moves only with its reader, whatever they do: a chunk every ${delayMs} ms, seed ${seed}`, async ({
    launch,
    emulator,
  }) => {
    test.setTimeout(120_000)
    const app = await launch({ env: vertexEnv(emulator) })
    const page = await app.firstWindow()
    await chooseModel(page, 'Gemini 3.5 Flash')
    emulator.script(textReply(answer(400), { charsPerChunk: 24, delayMs }))
    await ask(page)
    await untilScrollable(page)
    await watchScrolling(page)

    const random = createRandom(seed)
    const report: string[] = []
    let isFollowing = true
    for (let step = 0; step < 24; step++) {
      const kind = Math.floor(random() * 6)
      const size = 20 + Math.floor(random() * 500)
      if (kind === 0 || kind === 1) {
        await wheel(page, -size)
        isFollowing = false
      } else if (kind === 2) {
        await log(page).focus()
        await page.keyboard.press(size % 2 === 0 ? 'PageUp' : 'ArrowUp')
        isFollowing = false
      } else if (kind === 3) {
        await log(page).focus()
        await page.keyboard.press('End')
        isFollowing = true
      } else if (kind === 4 && !isFollowing) {
        await jumpButton(page).click()
        isFollowing = true
      }
      await page.waitForTimeout(SETTLED_MS)
      if (!isFollowing) await stoodStill(page)
      const trace = await traceFor(page, 250, async () => {
        if (kind === 5) await resize(app, 900 + size, 500 + Math.floor(size / 2))
      })
      const name = `step ${step}, kind ${kind}, ${isFollowing ? 'following' : 'left'}: ${JSON.stringify(trace)}`
      if (isFollowing && trace.farthestFromEnd > STILL_PX) report.push(name)
      if (!isFollowing && trace.drift > STILL_PX) report.push(name)
      expect(await jumpButton(page).count(), name).toBe(isFollowing ? 0 : 1)
    }
    expect(report).toEqual([])
  })
}

/** Answers that are finished in so tall pieces that a mistake about one of their heights takes the view along. */
const TALL_ANSWERS = {
  'block after block': Array.from(
    { length: 240 },
    (_, index) => `Part ${index}.\n\n\`\`\`\n${'play()\n'.repeat(12)}\`\`\``,
  ).join('\n\n'),
  'wrapped line after wrapped line': `\`\`\`\n${`${'play() '.repeat(70)}\n`.repeat(240)}\`\`\``,
}

for (const [what, text] of Object.entries(TALL_ANSWERS)) {
  test(`stands still for a reader just above the end while ${what} is finished below`, async ({
    page,
    emulator,
  }) => {
    test.setTimeout(120_000)
    // Slowly while nobody watches, so that the answer lasts as long as a slow computer needs.
    let isWatched = false
    const delayMs = () => (isWatched ? 16 : 300)
    emulator.script(textReply(text, { charsPerChunk: Math.ceil(text.length / 1_400), delayMs }))
    await ask(page)
    await page.getByRole('button', { name: 'Wrap', exact: true }).first().click()
    isWatched = true
    await untilScrollable(page)
    await watchScrolling(page)
    const height = () => log(page).evaluate((element) => element.clientHeight)
    for (let round = 0; round < 4; round++) {
      isWatched = false
      await log(page).focus()
      await page.keyboard.press('End')
      await expect(jumpButton(page)).toHaveCount(0)
      await wheel(page, -30)
      await expect(jumpButton(page)).toBeVisible()
      await stoodStill(page)
      const before = await height()
      isWatched = true
      const trace = await traceFor(page, 0, () =>
        expect.poll(height, { intervals: [50] }).toBeGreaterThan(before + 1_500),
      )
      expect(trace.drift, `round ${round}: ${JSON.stringify(trace)}`).toBeLessThanOrEqual(STILL_PX)
    }
  })
}

for (const reader of ['follows', 'has left'] as const) {
  test(`does not jump when the answer ends and the reader ${reader}`, async ({ page, emulator }) => {
    const text = answer(80)
    // Its second half waits until it is watched, however long a slow computer needs for that.
    let isWatched = false
    const delayMs = (index: number) => (index < text.length / 32 || isWatched ? 12 : 200)
    emulator.script(textReply(text, { charsPerChunk: 16, delayMs }))
    await ask(page)
    await untilScrollable(page)
    await watchScrolling(page)
    if (reader === 'has left') await wheel(page, -150)
    await page.waitForTimeout(SETTLED_MS)
    if (reader === 'has left') await stoodStill(page)
    const trace = await traceFor(page, 500, () => {
      isWatched = true
      return expect(stopButton(page)).toHaveCount(0, { timeout: 30_000 })
    })
    expect(reader === 'follows' ? trace.farthestFromEnd : trace.drift).toBeLessThanOrEqual(STILL_PX)
    expect(trace.layouts).toBeGreaterThan(1)
  })
}

test('counts the lines that came since the reader left, and jumps back to the end', async ({
  page,
  emulator,
}) => {
  // Its end waits until lines were counted, however long a slow computer needs for that.
  let isCounted = false
  const delayMs = (index: number) => (index < 250 || isCounted ? 16 : 200)
  emulator.script(textReply(answer(120), { charsPerChunk: 24, delayMs }))
  await ask(page)
  await untilScrollable(page)
  await wheel(page, -200)
  await expect(jumpButton(page)).toHaveText(/^Jump to latest · [1-9]\d* new lines/)
  const count = async () => Number(/\d+/.exec((await jumpButton(page).textContent()) ?? '')?.[0])
  const before = await count()
  isCounted = true
  await expect.poll(count).toBeGreaterThan(before)
  await jumpButton(page).click()
  await expect(jumpButton(page)).toHaveCount(0)
})

test('stays at the top of the answer for readers who want that, also after a restart', async ({
  launch,
  emulator,
}) => {
  for (const start of ['first', 'second'] as const) {
    emulator.script(textReply(answer(60), { charsPerChunk: 24, delayMs: 8 }))
    const app = await launch({ env: vertexEnv(emulator) })
    const page = await app.firstWindow()
    await chooseModel(page, 'Gemini 3.5 Flash')
    if (start === 'first') {
      await ask(page)
      await untilScrollable(page)
      await wheel(page, -100)
      await page.getByRole('button', { name: 'Stay at the top of new answers' }).click()
      await expect(stopButton(page)).toHaveCount(0, { timeout: 30_000 })
      await app.close()
      continue
    }
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog').getByRole('tab', { name: 'Chat' }).click()
    await expect(page.getByRole('radio', { name: 'Stay at its top' })).toBeChecked()
    await page.keyboard.press('Escape')
    await ask(page, 'Again?')
    await expect(jumpButton(page)).toBeVisible()
    const top = () =>
      page
        .getByRole('article')
        .last()
        .evaluate((article) => {
          const view = article.closest('main')?.getBoundingClientRect()
          return Math.round(article.getBoundingClientRect().top - (view?.top ?? 0))
        })
    const before = await top()
    expect(Math.abs(before)).toBeLessThanOrEqual(1)
    await expect(stopButton(page)).toHaveCount(0, { timeout: 30_000 })
    expect(await top()).toBe(before)
  }
})

test('keeps a selection while the answer grows, and copies it as Markdown and as rich text', async ({
  launch,
  emulator,
}) => {
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  const text = `The **first** of \`many\` words.\n\n${answer(30)}`
  emulator.script(textReply(text, { charsPerChunk: 24, delayMs: 16 }))
  await ask(page)
  const first = page.locator('[data-reply-text] p').first()
  await untilScrollable(page)
  await wheel(page, -3_000)
  await page.waitForTimeout(SETTLED_MS)
  await stoodStill(page)
  await first.click({ clickCount: 3 })
  const selected = () => page.evaluate(() => String(document.getSelection()).trim())
  const before = await selected()
  await expect(stopButton(page)).toHaveCount(0, { timeout: 30_000 })
  expect([before, await selected()]).toEqual(['The first of many words.', 'The first of many words.'])
  await page.keyboard.press('Control+C')
  const copied = await paste(page)
  expect(copied.text).toBe('The **first** of `many` words.')
  expect(copied.html).toContain('<strong>first</strong>')
})

const TURNS = Array.from({ length: 2500 }, (_, index) => ({
  prompt: `Question ${index}`,
  reply: `Reply ${index}.\n\n${answer(1 + ((index * 7) % 6))}`,
}))

test.describe('with 5,000 messages', () => {
  // To write so many takes a slow disk its time.
  test.describe.configure({ timeout: 240_000 })
  test.beforeEach(({ userData }) => seedConversation(userData, TURNS))

  const drawn = (page: Page) => page.locator('[data-message]').count()
  const open = async (app: ElectronApplication): Promise<Page> => {
    const page = await app.firstWindow()
    await expect(page.locator('[data-message]').last()).toContainText('Reply 2499.')
    return page
  }
  /** The last ones come first, and those before them a moment later. */
  const untilAllAreThere = (page: Page) =>
    expect.poll(() => log(page).evaluate((element) => element.clientHeight)).toBeGreaterThan(200_000)

  test('opens at the end with a few of them in the page, and scrolls from end to end', async ({ launch }) => {
    const page = await open(await launch())
    await watchScrolling(page)
    const opened = await traceFor(page, 500)
    expect(opened.farthestFromEnd).toBeLessThanOrEqual(STILL_PX)
    await untilAllAreThere(page)
    const counts = [await drawn(page)]
    await log(page).focus()
    for (const share of [0.9, 0.5, 0.1]) {
      await page.evaluate((where) => {
        const scroller = document.querySelector('[role="log"]')?.parentElement?.parentElement
        if (scroller) scroller.scrollTop = scroller.scrollHeight * where
      }, share)
      await page.waitForTimeout(300)
      counts.push(await drawn(page))
    }
    await page.keyboard.press('Home')
    await expect(page.getByRole('log').getByText('Question 0', { exact: true })).toBeInViewport()
    await page.keyboard.press('End')
    await expect(page.getByRole('article').last()).toHaveAttribute('aria-posinset', '5000')
    await page.waitForTimeout(SETTLED_MS)
    await stoodStill(page)
    expect((await traceFor(page, 100)).farthestFromEnd).toBeLessThanOrEqual(STILL_PX)
    counts.push(await drawn(page))
    expect(Math.max(...counts)).toBeLessThan(60)
  })

  test('moves by what the wheel says, though the heights above are not known', async ({ launch }) => {
    const page = await open(await launch())
    const jumps: string[] = []
    for (let step = 0; step < 30; step++) {
      const deltaY = step % 5 === 4 ? 250 : -400
      const moved = await page
        .evaluate(
          () =>
            new Promise<void>((resolve) => {
              const scroller = document.querySelector('[role="log"]')?.parentElement?.parentElement
              const anchor = [...document.querySelectorAll('[data-message]')].find(
                (message) =>
                  message.getBoundingClientRect().bottom > (scroller?.getBoundingClientRect().top ?? 0),
              )
              Object.assign(window, { anchor, anchorTop: anchor?.getBoundingClientRect().top })
              resolve()
            }),
        )
        .then(async () => {
          await wheel(page, deltaY)
          await page.waitForTimeout(350)
          await stoodStill(page)
          return page.evaluate(() => {
            const { anchor, anchorTop } = window as unknown as { anchor: Element; anchorTop: number }
            return anchor.isConnected
              ? Math.round(anchor.getBoundingClientRect().top - anchorTop)
              : Number.NaN
          })
        })
      if (Math.abs(moved + deltaY) > STILL_PX) jumps.push(`step ${step}: ${moved} instead of ${-deltaY}`)
    }
    expect(jumps).toEqual([])
  })

  test('comes back through the list to where the reader was, and to an end that stands still', async ({
    launch,
  }) => {
    const page = await open(await launch())
    const item = page.getByRole('treeitem').first()
    const leave = async () => {
      await page.keyboard.press('Control+N')
      await expect(page.locator('[data-message]')).toHaveCount(0)
    }
    for (let turn = 0; turn < 6; turn++) await wheel(page, -900)
    await page.waitForTimeout(1_000)
    await stoodStill(page)
    const before = await readerPlace(page)
    await leave()
    await item.click()
    await expect(page.getByRole('article').last()).toHaveAttribute('aria-posinset', '5000')
    await page.waitForTimeout(500)
    await stoodStill(page)
    const after = await readerPlace(page)
    expect(after.message).toBe(before.message)
    expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(STILL_PX)

    await log(page).focus()
    await page.keyboard.press('End')
    await page.waitForTimeout(SETTLED_MS)
    await stoodStill(page)
    await leave()
    const opened = await item.evaluate(watchOpening, 0)
    expect(moves(opened)).toEqual([])

    await leave()
    const readUp = await item.evaluate(watchOpening, 2_000)
    expect(moves(readUp)).toEqual([])
  })

  test('copies all of them as Markdown', async ({ launch }) => {
    const app = await launch()
    const page = await open(app)
    await untilAllAreThere(page)
    await log(page).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+C')
    const { text: copied } = await paste(page)
    const whole = TURNS.map(({ prompt, reply }) => `## You\n\n${prompt}\n\n## Demo\n\n${reply}`).join('\n\n')
    expect(copied === whole ? whole.length : copied.slice(0, 300)).toBe(whole.length)
  })

  test('comes back to the place where the reader was, after a restart', async ({ launch, userData }) => {
    const app = await launch()
    const page = await open(app)
    for (let turn = 0; turn < 6; turn++) await wheel(page, -900)
    await page.waitForTimeout(1_000)
    await stoodStill(page)
    const before = await readerPlace(page)
    await app.close()
    const again = await launchApp({ userData })
    const reopened = await again.firstWindow()
    await expect(reopened.locator('[data-message]').last()).toContainText('Reply 2499.')
    await reopened.waitForTimeout(500)
    await stoodStill(reopened)
    const after = await readerPlace(reopened)
    await again.close()
    expect(after.message).toBe(before.message)
    expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(STILL_PX)
  })
})

/** The message at the upper edge of the view, and how far below that edge it begins. */
function readerPlace(page: Page) {
  return page.evaluate(() => {
    const view = document.querySelector('[role="log"]')?.parentElement?.parentElement?.getBoundingClientRect()
    const first = [...document.querySelectorAll<HTMLElement>('[data-message]')].find(
      (message) => message.getBoundingClientRect().bottom > (view?.top ?? 0),
    )
    const top = Math.round((first?.getBoundingClientRect().top ?? 0) - (view?.top ?? 0))
    return { message: first?.innerText.slice(0, 20), top }
  })
}

interface OpeningFrame {
  /** Where the message stands that the reader is at; undefined while it is not drawn. */
  readonly top: number | undefined
  readonly isBlank: boolean
  readonly height: number
}

/** In the page: opens a conversation, scrolls up by so many pixels as soon as it is there, and looks at each frame. */
async function watchOpening(item: HTMLElement, pixels: number): Promise<readonly OpeningFrame[]> {
  const nextFrame = async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    // As the frame was painted, which is after its layout.
    await new Promise((resolve) => setTimeout(resolve))
  }
  const frames: OpeningFrame[] = []
  let readId: string | undefined
  // Most of them come from main when it has read them all, which takes a slow computer long.
  const isAllThere = () => (frames.at(-1)?.height ?? 0) >= 10 * (frames[0]?.height ?? Infinity)
  const latest = performance.now() + 30_000
  item.click()
  for (let frame = 0; frame < 60 && performance.now() < latest; frame += isAllThere() ? 1 : 0) {
    await nextFrame()
    const view = document.querySelector('[role="log"]')?.parentElement?.parentElement
    if (!view?.querySelector('[data-message]')) continue
    if (frames.length === 0 && pixels > 0) {
      view.dispatchEvent(new WheelEvent('wheel', { deltaY: -pixels, bubbles: true }))
      view.scrollTop -= pixels
      await nextFrame()
    }
    const { left, top, width, height } = view.getBoundingClientRect()
    const messageAt = (share: number) =>
      document
        .elementFromPoint(left + width / 2, top + height * share)
        ?.closest<HTMLElement>('[data-message]')
    readId ??= messageAt(0.5)?.dataset['message']
    const read = view.querySelector(`[data-message="${readId}"]`)
    frames.push({
      top: read === null ? undefined : Math.round(read.getBoundingClientRect().top),
      isBlank: [0.05, 0.5].some((share) => messageAt(share) === null),
      height: view.scrollHeight,
    })
  }
  return frames
}

/** The frames in which what is read did not stand where it stood in the first. */
function moves(frames: readonly OpeningFrame[]): readonly (OpeningFrame | string)[] {
  const heights = frames.map(({ height }) => height)
  if (Math.max(...heights) < 10 * Math.min(...heights)) return ['nothing came above what was there first']
  const first = frames[0]?.top ?? Number.NaN
  return frames.filter(({ top, isBlank }) => isBlank || !(Math.abs((top ?? Number.NaN) - first) <= STILL_PX))
}
