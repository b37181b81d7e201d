import { type BrowserWindow, dialog } from 'electron'

import type { Words } from './words'

const CRASHES_AGAIN_MS = 10_000

/**
 * The page is only a view: whatever happens to it, it is loaded again and shows the same words, with the draft and the
 * running answers. If it crashes again at once, or does not respond, the user decides; main goes on meanwhile.
 */
export function comeBackAfterTrouble(window: BrowserWindow, words: () => Words): void {
  const { webContents: contents } = window
  let lastCrash = Number.NEGATIVE_INFINITY

  contents.on('render-process-gone', (_, { reason }) => {
    const isLoop = performance.now() - lastCrash < CRASHES_AGAIN_MS
    lastCrash = performance.now()
    if (reason === 'clean-exit') return
    if (isLoop) void askAfterCrashes(window, words())
    else contents.reload()
  })

  contents.on('unresponsive', () => {
    // Whoever has stopped it in the developer tools waits for nothing.
    if (contents.isDevToolsOpened()) return
    void askWhileStuck(window, words()).then((isUnwanted) => {
      if (!isUnwanted || window.isDestroyed()) return
      // It answers to nobody, not even to a wish to load again: its process is ended, and then it comes back as after a crash.
      lastCrash = Number.NEGATIVE_INFINITY
      contents.forcefullyCrashRenderer()
    })
  })
}

async function askAfterCrashes(window: BrowserWindow, { crashed }: Words): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    ...{ type: 'error', message: crashed.title, detail: crashed.body, noLink: true },
    ...{ buttons: [crashed.reload, crashed.close], defaultId: 0, cancelId: 1 },
  })
  if (window.isDestroyed()) return
  if (response === 0) window.webContents.reload()
  else window.destroy()
}

/** Whether the user wants it loaded again. The question goes away by itself when the page responds. */
async function askWhileStuck(window: BrowserWindow, { stuck }: Words): Promise<boolean> {
  const answered = new AbortController()
  const goAway = (): void => answered.abort()
  window.webContents.once('responsive', goAway)
  const { response } = await dialog.showMessageBox(window, {
    ...{ type: 'warning', message: stuck.title, detail: stuck.body, noLink: true },
    ...{ buttons: [stuck.wait, stuck.reload], defaultId: 0, cancelId: 0, signal: answered.signal },
  })
  if (window.isDestroyed()) return false
  window.webContents.off('responsive', goAway)
  return response === 1 && !answered.signal.aborted
}
