import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'

import { quickBounds } from '../desktop/quick-bounds'
import { LOCKED } from './locked-preferences'
import { type PageParts, PAPER, showPage } from './window'

export interface QuickWindowParts extends PageParts {
  /** It came to the front. */
  readonly onShown: (contents: WebContents) => void
  /** Whether the app would go with it: then nothing is kept that nobody sees. */
  readonly isLast: () => boolean
}

export interface QuickWindow {
  show(): void
  /** Shows it, or hides it if it is in front. */
  toggle(): void
  hide(): void
  /** As tall as that, in CSS pixels of its page. */
  fit(height: number): void
  /** No other window is left: one that nobody sees goes, too. */
  leave(): void
}

/** Until the page has said how tall it is. */
const FIRST_HEIGHT = 150

/**
 * The one small window over all programs, in which something is asked. It is made when it is first wanted, and then only
 * hidden, so that it is there at once. Its page is that of every window, told by the fragment what it is.
 */
export function createQuickWindow(parts: QuickWindowParts): QuickWindow {
  const { onShown, isLast, url, words, ...page } = parts
  let window: BrowserWindow | undefined
  let height = FIRST_HEIGHT

  /** Asked each time: a window is gone a moment before it says that it was closed. */
  const there = (): BrowserWindow | undefined => (window?.isDestroyed() === true ? undefined : window)

  function open(): BrowserWindow {
    const opened = new BrowserWindow({
      ...{ width: 680, height, show: false, frame: false, minimizable: false, maximizable: false },
      ...{ fullscreenable: false, skipTaskbar: true, alwaysOnTop: true },
      // On a Mac it takes the keys without bringing the app's other windows along.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
      webPreferences: { ...LOCKED, ...page, spellcheck: true },
    })
    // The keys of the menu are for windows that show what it does.
    opened.removeMenu()
    opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
    opened.once('ready-to-show', () => reveal(opened))
    showPage(opened, { url: `${url}#quick`, words })
    return opened
  }

  function reveal(shown: BrowserWindow): void {
    shown.setBounds(
      quickBounds(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea, height),
    )
    shown.show()
    shown.focus()
    onShown(shown.webContents)
  }

  function show(): void {
    const shown = there()
    if (shown === undefined) window = open()
    else if (!shown.webContents.isLoading()) reveal(shown)
  }

  function hide(): void {
    if (isLast()) there()?.destroy()
    else there()?.hide()
  }

  return {
    show,
    hide,
    toggle: () => {
      const shown = there()
      if (shown?.isVisible() === true && shown.isFocused()) hide()
      else show()
    },
    fit: (wanted) => {
      const fitted = there()
      height = wanted * (fitted?.webContents.getZoomFactor() ?? 1)
      if (fitted === undefined) return
      const { x, y } = fitted.getBounds()
      const { workArea } = screen.getDisplayMatching(fitted.getBounds())
      const fitting = quickBounds(workArea, height)
      fitted.setBounds({ x, y, width: fitting.width, height: fitting.height })
    },
    leave: () => {
      const left = there()
      if (isLast() && left?.isVisible() === false) left.destroy()
    },
  }
}
