import type { Page } from '@playwright/test'

/** More than any screen has; the round ends where it began. */
const MOST_STOPS = 80

/** Goes once around with Tab, and gives the stops where nothing shows that the focus is there. */
export async function focusUnseen(page: Page): Promise<readonly string[]> {
  // Otherwise a ring that fades in is not there yet.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const unseen: string[] = []
  const seen = new Set<string>()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    await page.evaluate(leaveGuard)
    const focused = await page.evaluate(lookAtFocus)
    if (focused === undefined) continue
    if (seen.has(focused.path)) break
    seen.add(focused.path)
    if (!focused.isSeen) unseen.push(`focus is not seen on ${focused.html}`)
  }
  return unseen
}

/** In the page. A guard at the edge of a dialog hands the focus on by itself, a frame later. */
async function leaveGuard(): Promise<void> {
  for (let frame = 0; frame < 10 && document.activeElement?.ariaHidden === 'true'; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/** In the page. The focus is seen when the element, or what is around it, looks otherwise without it. */
function lookAtFocus() {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return undefined
  if (element.ariaHidden === 'true') return undefined
  const around: Element[] = []
  for (let here: Element | null = element; here !== null && around.length < 4; here = here.parentElement) {
    around.push(here)
  }
  const path = (() => {
    const steps: number[] = []
    for (let here: Element | null = element; here?.parentElement; here = here.parentElement) {
      steps.push([...here.parentElement.children].indexOf(here))
    }
    return steps.join('.')
  })()
  // A caret is seen where it blinks.
  const hasCaret = element.matches('input:not([type=checkbox], [type=radio]), textarea')
  // A frame shows the focus inside itself; a list by the row that it stands on.
  if (element.matches('iframe') || element.hasAttribute('aria-activedescendant')) {
    return { path, isSeen: true, html: '' }
  }
  const looks = () =>
    around
      .map((each) => {
        const { outline, outlineStyle, boxShadow, border, borderStyle, backgroundColor } =
          getComputedStyle(each)
        // What is not drawn has a colour all the same.
        const ring = outlineStyle === 'none' ? '' : outline
        const edge = borderStyle === 'none' || parseFloat(border) === 0 ? '' : border
        return [ring, boxShadow, edge, backgroundColor].join()
      })
      .join('\n')
  const before = looks()
  element.blur()
  const after = looks()
  element.focus({ preventScroll: true, focusVisible: true } as FocusOptions)
  const { width, height, bottom, top } = element.getBoundingClientRect()
  const isThere = width > 0 && height > 0 && bottom > 0 && top < window.innerHeight
  const isSeen = isThere && (before !== after || hasCaret)
  return { path, isSeen, html: element.outerHTML.slice(0, 160) }
}
