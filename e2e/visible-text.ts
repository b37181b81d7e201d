import type { Page } from '@playwright/test'

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
