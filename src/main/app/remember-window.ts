import { type BrowserWindow, type Rectangle, screen } from 'electron'

import { fitBounds } from '../desktop/fit-bounds'
import type { WindowMemory } from '../desktop/window-memory'

/** A window that is dragged tells so many times a second. */
const KEEP_AFTER_MS = 400

/** Where a window was that can be there again. */
export function rememberedBounds(memory: WindowMemory): Partial<Rectangle> {
  const { bounds } = memory.read()
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  return (bounds && fitBounds(bounds, areas)) ?? {}
}

/** Has a window stand as the last one did, and the next one as this one will. */
export function rememberWindow(window: BrowserWindow, memory: WindowMemory): void {
  const { isMaximized = false, isFullScreen = false } = memory.read()
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    if (isFullScreen) window.setFullScreen(true)
  })

  let timer: NodeJS.Timeout | undefined
  const keep = (): void => {
    clearTimeout(timer)
    memory.keep({
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
    })
  }
  const keepSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, KEEP_AFTER_MS)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('close', keep)
  window.once('closed', () => clearTimeout(timer))
}
