import type { Page } from '@playwright/test'

import { KEEP_NAMES } from '../bench-app'

/** What a scroll through a conversation was like. */
export interface ScrolledFrames {
  /** Milliseconds between one frame and the next. */
  readonly frames: readonly number[]
  /** The tasks over 50 ms. */
  readonly longTasks: number
  /** How far the view went. */
  readonly pixels: number
}

export interface ScrollPlan {
  readonly pxPerFrame: number
  /** The most frames; fewer when the beginning comes first. */
  readonly frames: number
}

/** Loads the window's page anew, and says after how many milliseconds its last message was on the screen. */
export async function timeOpening(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' })
  await page.evaluate(KEEP_NAMES)
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const isThere = document.querySelector('[data-message] [data-reply-text]') !== null
          // The frame after the one in which it was drawn: by then it has been painted.
          requestAnimationFrame(isThere ? () => resolve(performance.now()) : look)
        }
        look()
      }),
  )
}

/** From the end of the conversation upwards, so many pixels in each frame. */
export function scrollThrough(page: Page, plan: ScrollPlan): Promise<ScrolledFrames> {
  return page.evaluate(async ({ pxPerFrame, frames: most }) => {
    const scroller = document.querySelector('[role="log"]')?.parentElement?.parentElement
    if (!scroller) throw new Error('There is no conversation')
    const entries: PerformanceEntry[] = []
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()))
    scroller.scrollTop = scroller.scrollHeight
    await new Promise((resolve) => setTimeout(resolve, 1000))
    // Only a reader's own input takes the view away from the end.
    scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: -pxPerFrame, bubbles: true }))
    observer.observe({ type: 'longtask' })
    const starts: number[] = []
    let pixels = 0
    await new Promise<void>((resolve) => {
      const step = (at: number): void => {
        starts.push(at)
        if (scroller.scrollTop <= 0 || starts.length > most) return resolve()
        scroller.scrollTop -= pxPerFrame
        pixels += pxPerFrame
        requestAnimationFrame(step)
      }
      requestAnimationFrame(step)
    })
    observer.disconnect()
    return {
      frames: starts.slice(1).map((at, index) => at - (starts[index] ?? at)),
      longTasks: entries.length,
      pixels,
    }
  }, plan)
}
