import type { Page } from '@playwright/test'

/** Lines of the page that reach out of the window, though nothing there can be scrolled to them. */
export function widerThanWindow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document
    if (root.scrollWidth > root.clientWidth) return [`the page is ${root.scrollWidth} px wide`]
    return [...document.querySelectorAll('button, input, textarea, select, a, h1, h2, h3, h4, label, p')]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect()
        if (width < 2 || height < 2 || getComputedStyle(element).visibility === 'hidden') return false
        if (right <= root.clientWidth + 1 && left >= -1) return false
        // What scrolls by itself brings it in.
        return element.closest('[role=region], [role=tablist], pre') === null
      })
      .map((element) => `reaches out of the window: ${element.outerHTML.slice(0, 160)}`)
  })
}

/** The window's own words that are cut off where they stand. What people and models wrote may end in an ellipsis. */
export function cutWords(page: Page, mark: string): Promise<readonly string[]> {
  return page.evaluate((begin) => {
    const own = [...document.querySelectorAll('*')].filter(
      (element) =>
        element instanceof HTMLElement &&
        !element.matches('.visually-hidden, .visually-hidden *, option, [role=option] *') &&
        // For the ear alone.
        element.offsetWidth > 2 &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(begin),
        ),
    )
    return own.flatMap((element) => {
      for (let here: Element | null = element; here !== null; here = here.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(here)
        const inside = element.getBoundingClientRect()
        const box = here.getBoundingClientRect()
        const isCutX =
          /hidden|clip/.test(overflowX) &&
          (inside.right > box.right + 1 || here.scrollWidth > here.clientWidth + 1)
        const isCutY =
          /hidden|clip/.test(overflowY) && here === element && here.scrollHeight > here.clientHeight + 2
        if (isCutX || isCutY) return [`cut off: ${element.outerHTML.slice(0, 200)}`]
        if (/auto|scroll/.test(overflowX)) break
      }
      return []
    })
  }, mark)
}
