import type { Page } from '@playwright/test'

import type { Bridge } from '../src/shared/contract'

/** What the reader saw of the latest reply: each distinct text, and when it was first there. */
export interface Sighting {
  readonly text: string
  /** Milliseconds since the epoch, on the clock that the emulator uses too. */
  readonly at: number
}

/** Begins to note every state of the latest reply's visible text, once a frame. */
export async function watchReply(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sightings: { text: string; at: number }[] = []
    Object.assign(window, { sightings })
    const look = (): void => {
      const reply = [...document.querySelectorAll<HTMLElement>('[data-flowing]')].at(-1)
      const text = reply?.innerText ?? ''
      if (text !== '' && text !== sightings.at(-1)?.text) {
        sightings.push({ text, at: performance.timeOrigin + performance.now() })
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

export async function sightings(page: Page): Promise<readonly Sighting[]> {
  return page.evaluate(() => (window as unknown as { sightings: Sighting[] }).sightings)
}

/** Begins to note how much of the answer has come to the page, each time that more of it comes. */
export async function watchArrivals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const arrivals: { length: number; at: number }[] = []
    const noting = Object.assign(window as unknown as { readonly bridge: Pick<Bridge, 'on'> }, { arrivals })
    noting.bridge.on('reply', (event) => {
      if (event.type !== 'reply-delta' || event.kind !== 'text') return
      arrivals.push({ length: event.at + event.text.length, at: performance.now() })
    })
  })
}

export interface Pause {
  /** How much of the answer had come. */
  readonly length: number
  /** When more of it came, in milliseconds of the page's clock. */
  readonly end: number
}

/** Where nothing came to the answer for so many milliseconds. */
export async function pausesOf(page: Page, ms: number): Promise<readonly Pause[]> {
  const arrivals = await page.evaluate(
    () => (window as unknown as { arrivals: { length: number; at: number }[] }).arrivals,
  )
  return arrivals.flatMap(({ length, at }, index) => {
    const end = arrivals[index + 1]?.at ?? at
    return end - at >= ms ? [{ length, end }] : []
  })
}
