import { expect } from '@playwright/test'

import { test } from './fixtures'
import { seedLongList } from './seed-long-list'

const COUNT = 50_000
/** A tall window shows fewer, with some to spare above and below. */
const MOST_ROWS = 120

test('scrolls through 50,000 conversations by keys and by wheel, and draws few of them', async ({
  userData,
  launch,
}) => {
  test.setTimeout(120_000)
  seedLongList(userData, COUNT)
  const page = await (await launch()).firstWindow()
  const tree = page.getByRole('tree', { name: 'All conversations' })
  const rows = tree.getByRole('treeitem')
  const named = (number: number) => tree.getByRole('treeitem', { name: new RegExp(`^Number ${number}\\b`) })
  const viewed = (number: number) => expect(named(number)).toBeInViewport()
  const drawsFew = async () => expect(await rows.count()).toBeLessThan(MOST_ROWS)

  await viewed(1)
  await tree.focus()
  // The last lines come in the background, so the end is where it is only when they are there.
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(named(COUNT)).toBeInViewport({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await drawsFew()
  await page.keyboard.press('ArrowUp')
  await viewed(COUNT - 1)
  await page.keyboard.press('Home')
  await viewed(1)
  await drawsFew()

  await tree.hover()
  const at = () => tree.evaluate((element) => element.scrollTop)
  for (let turn = 0; turn < 5; turn++) {
    const before = await at()
    await page.mouse.wheel(0, 40_000)
    await expect.poll(at).toBeGreaterThan(before)
    // Wherever it is, lines are there to be read.
    await expect.poll(() => rows.evaluateAll(countInView)).toBeGreaterThan(5)
    await drawsFew()
  }
})

function countInView(elements: readonly Element[]): number {
  return elements.filter((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < window.innerHeight
  }).length
}
