import type { Page } from '@playwright/test'

/** A panel that reads its contents from main grows when they come; a menu finds its place after the window has its size. */
const REST = { quietMs: 250, atMostMs: 5_000 }

/** Until nothing in the page has changed for a while. What never rests is looked at as it is. */
export function awaitRest(page: Page): Promise<void> {
  return page.evaluate(
    ({ quietMs, atMostMs }) =>
      new Promise<void>((resolve) => {
        const finish = () => {
          observer.disconnect()
          clearTimeout(quiet)
          clearTimeout(limit)
          resolve()
        }
        let quiet = setTimeout(finish, quietMs)
        const limit = setTimeout(finish, atMostMs)
        const observer = new MutationObserver(() => {
          clearTimeout(quiet)
          quiet = setTimeout(finish, quietMs)
        })
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      }),
    REST,
  )
}
