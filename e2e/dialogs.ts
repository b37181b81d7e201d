import type { ElectronApplication } from '@playwright/test'

/** The system's dialog for a place to save is answered with this one from now on. */
export function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  return set(() =>
    app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, filePath),
  )
}

/** The system's dialog for a file to open is answered with this one from now on. */
export function openFrom(app: ElectronApplication, filePath: string): Promise<void> {
  return set(() =>
    app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, filePath),
  )
}

/** Main's debugger may lose an answer to the garbage collector while main has much to do. What is set twice is set. */
async function set(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt()
  } catch (cause) {
    if (!String(cause).includes('promise was garbage collected')) throw cause
    await attempt()
  }
}

/** As a press on the item of the native menu. */
export async function chooseInMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.focus()
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    items.find((item) => item.label === wanted)?.click()
  }, label)
}
