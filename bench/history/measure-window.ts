import { launchApp } from '../../e2e/launch-app'
import { KEEP_NAMES } from '../bench-app'
import { median, toTenths } from '../statistics'
import { LONG_CONVERSATION, LONG_TITLE, SHORT_TITLE } from './build-history'

const TIMES = 7

export interface WindowFigures {
  readonly listMs: number
  readonly openMs: number
  readonly heapMb: number
}

/** The real window over the history that is in this folder. */
export async function measureWindow(userData: string): Promise<WindowFigures> {
  const app = await launchApp({ userData })
  try {
    const page = await app.firstWindow()
    await page.evaluate(KEEP_NAMES)
    await page.getByRole('treeitem', { name: LONG_TITLE }).waitFor()
    const lists: number[] = []
    const openings: number[] = []
    for (let time = 0; time < TIMES; time++) {
      lists.push(await page.evaluate(timeList))
      await page.evaluate(timeOpening, { title: SHORT_TITLE, messages: 2 })
      openings.push(await page.evaluate(timeOpening, { title: LONG_TITLE, messages: LONG_CONVERSATION }))
    }
    console.error(
      `▸ list: ${lists.map(Math.round).join(', ')} ms; opened: ${openings.map(Math.round).join(', ')} ms`,
    )
    const heap = await app.evaluate(() => process.memoryUsage().heapUsed)
    return {
      listMs: toTenths(median(lists)),
      openMs: toTenths(median(openings)),
      heapMb: toTenths(heap / 2 ** 20),
    }
  } finally {
    await app.close()
  }
}

/** From asking for the first page of the list to having it in the window. */
async function timeList(): Promise<number> {
  const { bridge } = window as unknown as { bridge: { ask(name: string, input: object): Promise<unknown> } }
  const startedAt = performance.now()
  await bridge.ask('listConversations', {})
  return performance.now() - startedAt
}

/** From the press on a conversation to the frame after the one that shows its messages. */
async function timeOpening({ title, messages }: { title: string; messages: number }): Promise<number> {
  const item = [...document.querySelectorAll<HTMLElement>('[role="treeitem"]')].find((one) =>
    one.textContent.includes(title),
  )
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const isShown = () =>
    document.querySelector('[data-message] [aria-setsize]')?.getAttribute('aria-setsize') === `${messages}`
  const startedAt = performance.now()
  item?.click()
  for (let frames = 0; !isShown() && frames < 1_000; frames++) await nextFrame()
  await nextFrame()
  await nextFrame()
  return performance.now() - startedAt
}
