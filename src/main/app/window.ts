import { BrowserWindow, nativeTheme, type Session } from 'electron'

export interface WindowOptions {
  readonly session: Session
  readonly preload: string
  /** Address of the page. */
  readonly url: string
}

const PAPER = { light: '#fbfaf8', dark: '#16181a' }

/** Opens a window onto the app's page: sandboxed, isolated, and with nothing of Node in it. */
export function openWindow({ session, preload, url }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1000,
    height: 760,
    minWidth: 360,
    minHeight: 320,
    show: false,
    // The page's own paper, so that nothing flashes before it is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  comeBackAfterCrash(window)
  void window.loadURL(url)
  return window
}

const CRASHES_AGAIN_MS = 10_000

/** The page is only a view: after a crash it is loaded again and shows the same words, unless it crashes at once. */
function comeBackAfterCrash(window: BrowserWindow): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_, { reason }) => {
    const isLoop = performance.now() - lastCrash < CRASHES_AGAIN_MS
    lastCrash = performance.now()
    if (reason !== 'clean-exit' && !isLoop) window.webContents.reload()
  })
}
