const EVERY_MS = 250

/** Calls back at once, and then steadily while the page can be seen. Returns the function that ends it. */
export type Pulse = (beat: () => void) => () => void

/** A hidden page has no pulse; one that is seen again feels it at once. */
export function createPulse(page: Window): Pulse {
  return (beat) => {
    let timer: number | undefined

    function adjust(): void {
      page.clearInterval(timer)
      timer = undefined
      if (page.document.hidden) return
      timer = page.setInterval(beat, EVERY_MS)
      beat()
    }

    adjust()
    page.document.addEventListener('visibilitychange', adjust)
    return () => {
      page.clearInterval(timer)
      page.document.removeEventListener('visibilitychange', adjust)
    }
  }
}

/** The pulse of this window. */
export const windowPulse = createPulse(window)
