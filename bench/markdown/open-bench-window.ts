import type { ElectronApplication, Page } from '@playwright/test'

/**
 * Opens a page of the bench in a window of the app's own engine, as large as the app's, and hides the app's. It stands
 * beside the pointer: text that moves under a pointer costs a hit test a frame, whoever draws it.
 */
export async function openBenchWindow(app: ElectronApplication, url: string): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow, screen }, address) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    const window = new BrowserWindow({
      width: 1000,
      height: 760,
      x: screen.getCursorScreenPoint().x + 8,
      y: 0,
      webPreferences: { partition: 'bench', sandbox: true, spellcheck: false, backgroundThrottling: false },
    })
    void window.loadURL(address)
  }, url)
  return opened
}
