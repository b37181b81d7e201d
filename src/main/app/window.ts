import { BrowserWindow, nativeTheme, type Session, type WebContents } from 'electron'

import type { WindowMemory } from '../desktop/window-memory'
import { comeBackAfterTrouble } from './come-back'
import { offerContextMenu } from './context-menu'
import { LOCKED } from './locked-preferences'
import { isSameDocument } from './page-frame'
import { rememberedBounds, rememberWindow } from './remember-window'
import type { Words } from './words'

/** What every window onto the app's page needs. */
export interface PageParts {
  readonly session: Session
  readonly preload: string
  /** Address of the page. */
  readonly url: string
  readonly words: () => Words
}

export interface WindowOptions extends PageParts {
  /** How the last window stood. */
  readonly memory: WindowMemory
}

export const PAPER = { light: '#fbfaf8', dark: '#16181a' }

/** Opens a window onto the app's page: sandboxed, isolated, and with nothing of Node in it. */
export function openWindow({ session, preload, url, words, memory }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...{ width: 1000, height: 760, ...rememberedBounds(memory), ...besideFocused() },
    minWidth: 360,
    minHeight: 320,
    show: false,
    // The page's own paper, so that nothing flashes before it is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      ...LOCKED,
      // As far as the session has it switched on.
      spellcheck: true,
      session,
      preload,
    },
  })
  window.once('ready-to-show', () => window.show())
  rememberWindow(window, memory)
  showPage(window, { url, words })
  return window
}

/** Has a window show the page, and come back to it whatever happens. A page that cannot be loaded is still a window, with Chromium's own sentence in it. */
export function showPage(window: BrowserWindow, { url, words }: Pick<PageParts, 'url' | 'words'>): void {
  const load = (): void => void window.loadURL(url).catch(() => window.show())
  offerContextMenu(window.webContents, words)
  comeBackAfterTrouble(window, words)
  comeBackFromElsewhere(window.webContents, { url, load })
  load()
}

/** Of `about:` nobody is asked beforehand, and a page can go there by itself. */
function comeBackFromElsewhere(
  contents: WebContents,
  { url, load }: { readonly url: string; readonly load: () => void },
): void {
  const look = (address: string): void => {
    if (!isSameDocument(address, url)) load()
  }
  contents.on('did-navigate', (_, address) => look(address))
  contents.on('did-fail-load', (...[, error, , address, isMainFrame]) => {
    // What was refused has never left.
    if (isMainFrame && error !== ERR_ABORTED) look(address)
  })
}

const ERR_ABORTED = -3

const STEP_PX = 28

/** A second window does not hide the first. */
function besideFocused(): { readonly x?: number; readonly y?: number } {
  const [x, y] = BrowserWindow.getFocusedWindow()?.getPosition() ?? []
  return x === undefined || y === undefined ? {} : { x: x + STEP_PX, y: y + STEP_PX }
}
