import type { Page } from '@playwright/test'

/** What the reader saw of the scrolling between two looks. In pixels. */
export interface ScrollTrace {
  /** Layouts of the text or of the window that were looked at. */
  readonly layouts: number
  /** The farthest that the end was below the view. */
  readonly farthestFromEnd: number
  /** How far the first block in view moved, at most, from where it was at the beginning. */
  readonly drift: number
}

interface Probe {
  begin(): void
  read(): ScrollTrace
}

declare global {
  interface Window {
    scrollProbe: Probe
  }
}

/**
 * Looks at the view after each layout, when the page has done what it does about it and before anything is painted. Call
 * it once, when the conversation is there.
 */
export async function watchScrolling(page: Page): Promise<void> {
  await page.evaluate(() => {
    const log = document.querySelector<HTMLElement>('[role="log"]')
    const scroller = log?.parentElement?.parentElement
    if (!log || !scroller) throw new Error('There is no conversation')
    const topOf = (element: Element) =>
      element.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    const firstBlock = () =>
      [
        ...log.querySelectorAll('[data-reply-text] :is(p, li, h2, pre, [data-line]), [data-prompt-text]'),
      ].find((block) => topOf(block) >= 0)
    let anchor: Element | undefined
    let from = 0
    let trace = { layouts: 0, farthestFromEnd: 0, drift: 0 }

    const look = (): void => {
      const fromEnd = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop
      const moved = anchor?.isConnected === true ? Math.abs(topOf(anchor) - from) : Infinity
      trace = {
        layouts: trace.layouts + 1,
        farthestFromEnd: Math.max(trace.farthestFromEnd, fromEnd),
        drift: Math.max(trace.drift, moved),
      }
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(log)
    sizes.observe(scroller)
    window.scrollProbe = {
      begin: () => {
        anchor = firstBlock()
        from = anchor === undefined ? 0 : topOf(anchor)
        trace = { layouts: 0, farthestFromEnd: 0, drift: 0 }
      },
      read: () => {
        look()
        return trace
      },
    }
  })
}

/** Turns the wheel over the middle of the conversation. */
export async function wheel(page: Page, deltaY: number): Promise<void> {
  const box = await page.getByRole('main').boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await page.mouse.wheel(0, deltaY)
}

/** Until the view has not moved for ten frames, however long a slow computer needs for what a wheel or a key began. */
export async function stoodStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const scroller = document.querySelector('[role="log"]')?.parentElement?.parentElement
    let before: number | undefined
    for (let frames = 0; frames < 10; frames = scroller?.scrollTop === before ? frames + 1 : 0) {
      before = scroller?.scrollTop
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
}

/** Watches for so long without touching anything. */
export async function traceFor(
  page: Page,
  ms: number,
  meanwhile?: () => Promise<void>,
): Promise<ScrollTrace> {
  await page.evaluate(() => window.scrollProbe.begin())
  await meanwhile?.()
  await page.waitForTimeout(ms)
  return page.evaluate(() => window.scrollProbe.read())
}
