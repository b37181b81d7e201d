import type { ElectronApplication, Page } from '@playwright/test'

interface Look {
  /** Messages, or changes, that were looked at. */
  readonly seen: number
  readonly foreign: readonly string[]
}

interface AttackedWindow {
  violations: string[]
  look: Look
  findForeign: (root: ParentNode) => string[]
}

/** Notes what the page tries to fetch, though it is stopped: by the session in main, by its policy in the page. */
export async function watchAttempts(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    BrowserWindow.getAllWindows()[0]?.webContents.session.webRequest.onErrorOccurred(({ url, error }) => {
      if (!error.includes('ERR_ABORTED')) asked.push(url)
    })
  })
  await page.evaluate(() => {
    const violations: string[] = []
    ;(window as unknown as AttackedWindow).violations = violations
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    )
  })
}

/** What it tried since. */
export async function attempts(app: ElectronApplication, page: Page): Promise<readonly string[]> {
  const asked = await app.evaluate(() => (globalThis as unknown as { readonly asked: string[] }).asked)
  return [...asked, ...(await page.evaluate(() => (window as unknown as AttackedWindow).violations))]
}

/** In the page: elements, attributes and addresses that no text may bring. */
export function findForeign(root: ParentNode): string[] {
  const elements = [
    ...root.querySelectorAll('script, object, embed, link, meta, base, form form, video, audio, style'),
  ]
  const frames = [...root.querySelectorAll('iframe')].filter(({ src }) => !src.startsWith('app://diagram/'))
  const ours = /^(blob|data:image\/png|data:image\/svg\+xml;charset=utf-8,%3C\w+%20id%3D%22diagram-)/
  const images = [...root.querySelectorAll('img')].filter(({ src }) => !ours.test(src))
  const links = [...root.querySelectorAll('a[href]')].filter(
    (link) => !/^(https?:|mailto:|#)/i.test(link.getAttribute('href') ?? ''),
  )
  const handled = [...root.querySelectorAll('*')].filter((element) =>
    element
      .getAttributeNames()
      .some((name) => name.startsWith('on') || name === 'srcdoc' || name === 'formaction'),
  )
  return [...elements, ...frames, ...images, ...links, ...handled].map(({ outerHTML }) =>
    outerHTML.slice(0, 200),
  )
}

/** Looks at the transcript at each of its changes, until the returned function is called. */
export async function watchForeign(page: Page): Promise<() => Promise<Look>> {
  await page.evaluate(`window.findForeign = ${String(findForeign)}`)
  await page.evaluate(() => {
    const attacked = window as unknown as AttackedWindow
    const look = { seen: 0, foreign: [] as string[] }
    attacked.look = look
    const log = document.querySelector('main')
    if (log === null) throw new Error('There is no transcript.')
    new MutationObserver(() => {
      look.seen++
      look.foreign.push(...attacked.findForeign(log))
    }).observe(log, { childList: true, subtree: true, attributes: true })
  })
  return () => page.evaluate(() => (window as unknown as AttackedWindow).look)
}
