import { app, type Session, shell, type WebContents } from 'electron'

import { DIAGRAM_ORIGIN, DIAGRAM_PAGE } from './content-security-policy'
import { judgeLink } from './judge-link'

/** What the page may use beyond drawing: to copy. Everything else is refused without a question. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write']

export interface Page {
  readonly origin: string
  /** The page comes from the dev server, in a build from source. */
  readonly isDeveloping: boolean
}

/** The page's session: no permissions, no downloads, and no network but the page itself. */
export function guardSession(session: Session, page: Page): void {
  const pageOrigin = page.origin
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(ALLOWED_PERMISSIONS.includes(permission) && isOf(pageOrigin, contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (_, permission, origin) => ALLOWED_PERMISSIONS.includes(permission) && isOf(pageOrigin, origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, page) })
  })
}

/** Every page, however it came to be: it never navigates away, never opens a window, embeds the diagrams' frame alone. */
export function guardPages(pageOrigin: string): void {
  // Chromium would fetch dictionaries from Google, unasked.
  app.on('session-created', (created) => created.setSpellCheckerLanguages([]))
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (details) => {
      if (!isOf(pageOrigin, details.url)) details.preventDefault()
    })
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame && details.url !== DIAGRAM_PAGE) details.preventDefault()
    })
    contents.on('will-redirect', (details) => details.preventDefault())
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    openLinksOutside(contents)
  })
}

function openLinksOutside(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    const link = judgeLink(url)
    // A system without a browser or mail program has nothing to open it with, and says so itself.
    if (link !== undefined) shell.openExternal(link).catch(() => {})
    return { action: 'deny' }
  })
}

function isOwnRequest(url: string, { origin, isDeveloping }: Page): boolean {
  if (isOf(origin, url) || isOf(DIAGRAM_ORIGIN, url) || /^(blob|data):/.test(url)) return true
  // The dev server's hot reload, and the developer tools.
  return (
    isDeveloping && (isOf(origin.replace(/^http/, 'ws'), url) || /^(devtools|chrome-extension):/.test(url))
  )
}

/** Whether an address lies in an origin: `http://localhost:5173` does not hold `http://localhost:51731`. */
function isOf(origin: string, url: string): boolean {
  return url === origin || url.startsWith(`${origin}/`)
}
