import type { Page } from '@playwright/test'

interface Watched {
  hearings?: string[]
}

/** Notes from now on what a screen reader is given to say: each text that comes into a live region. */
export async function watchHearings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = []
    ;(window as unknown as Watched).hearings = heard
    const isSpoken = (node: Node): boolean => {
      const element = node instanceof Element ? node : node.parentElement
      const region = element?.closest('[aria-live], [role=status], [role=alert], [role=log]')
      return region !== null && region?.getAttribute('aria-live') !== 'off'
    }
    new MutationObserver((records) => {
      for (const { target, type, addedNodes } of records) {
        const texts = type === 'characterData' ? [target] : [...addedNodes]
        for (const node of texts) {
          const said = node.textContent?.trim() ?? ''
          if (said !== '' && isSpoken(target)) heard.push(said)
        }
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}

export function readHearings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as Watched).hearings ?? [])
}
