import { app, type Session, session as sessions, shell, type WebContents } from 'electron'

import { DIAGRAM_ORIGIN, DIAGRAM_PAGE } from './content-security-policy'
import { judgeLink } from './judge-link'
import { isSameDocument } from './page-frame'

/** What the page may use beyond drawing: to copy. Everything else is refused without a question. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write']

export interface Page {
  readonly origin: string
  /** The page comes from the dev server, in a build from source. */
  readonly isDeveloping: boolean
}

/** The way to where nothing listens, for this computer's own addresses too; but for one, if it is given, as `127.0.0.1:PORT`. */
export function reachNothingBut(host?: string): Electron.ProxyConfig {
  const gap = host === undefined ? '' : `;${host}`
  return { mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: `<-loopback>${gap}` }
}

/**
 * The page's session: no permission but to copy, which a frame in it may not even, and no network but the page itself.
 * What neither its policy nor `webRequest` sees, as a call by WebRTC, ends at a proxy that is not there.
 */
export async function guardSession(session: Session, page: Page): Promise<void> {
  const mayUse = (permission: string, origin: string, isMainFrame: boolean): boolean =>
    isMainFrame && ALLOWED_PERMISSIONS.includes(permission) && isOf(page.origin, origin)

  session.setPermissionRequestHandler((...asked) => {
    const [, permission, answer, { requestingUrl, isMainFrame }] = asked
    answer(mayUse(permission, requestingUrl, isMainFrame))
  })
  session.setPermissionCheckHandler((...asked) => {
    const [, permission, origin, { isMainFrame }] = asked
    return mayUse(permission, origin, isMainFrame)
  })
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, page) })
  })
  // The page of a developer comes from a server.
  if (!page.isDeveloping) await session.setProxy(reachNothingBut())
}

/**
 * Every page and session, however it came to be: it never navigates away, never opens a window, embeds the diagrams'
 * frame alone. In development that comes from `devServer`, as the page does.
 */
export function guardPages(devServer: string | undefined): void {
  const diagramPage = devServer === undefined ? DIAGRAM_PAGE : new URL('/diagram.html', devServer).href
  shut(sessions.defaultSession)
  app.on('session-created', shut)
  // By itself Electron would show a server who its user is, with the first certificate that the system has.
  app.on('select-client-certificate', (event, ...[, , , answer]) => {
    event.preventDefault()
    answer()
  })
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // To load itself again is the one way that a page may go.
    contents.on('will-navigate', (details) => {
      if (!isSameDocument(details.url, contents.getURL())) details.preventDefault()
    })
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame && details.url !== diagramPage) details.preventDefault()
    })
    contents.on('will-redirect', (details) => details.preventDefault())
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    openLinksOutside(contents)
  })
}

/** What no session has any use for. Electron would grant every permission of one that nobody thought of. */
function shut(session: Session): void {
  session.setPermissionRequestHandler((_, __, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  // Chromium would fetch dictionaries from Google, unasked.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
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
