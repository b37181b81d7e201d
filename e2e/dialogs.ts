import type { ElectronApplication } from '@playwright/test'

/** The system's dialog for a place to save is answered with this one from now on. */
export function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}

/** The system's dialog for a file to open is answered with this one from now on. */
export function openFrom(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, filePath)
}

/** As a press on the item of the native menu. */
export async function chooseInMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.focus()
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    items.find((item) => item.label === wanted)?.click()
  }, label)
}
