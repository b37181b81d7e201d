import { app, type Session, shell, type WebContents } from 'electron'

import { judgeLink } from './judge-link'

/** What the page may use beyond drawing: to copy. Everything else is refused without a question. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write']

/** The page's session: no permissions, no downloads, and no network but the page itself. */
export function guardSession(session: Session, pageOrigin: string): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(ALLOWED_PERMISSIONS.includes(permission) && contents.getURL().startsWith(`${pageOrigin}/`))
  })
  session.setPermissionCheckHandler(
    (_, permission, origin) => ALLOWED_PERMISSIONS.includes(permission) && origin.startsWith(pageOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, pageOrigin) })
  })
}

/** Every page, however it came to be: it never navigates away, never opens a window, never embeds another. */
export function guardPages(pageOrigin: string): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (details) => {
      if (!details.url.startsWith(`${pageOrigin}/`)) details.preventDefault()
    })
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame) details.preventDefault()
    })
    contents.on('will-redirect', (details) => details.preventDefault())
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    openLinksOutside(contents)
  })
}

function openLinksOutside(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    const link = judgeLink(url)
    if (link !== undefined) void shell.openExternal(link)
    return { action: 'deny' }
  })
}

function isOwnRequest(url: string, pageOrigin: string): boolean {
  return (
    url.startsWith(`${pageOrigin}/`) ||
    url.startsWith(pageOrigin.replace(/^http/, 'ws')) ||
    /^(blob|data|devtools|chrome-extension):/.test(url)
  )
}
