import type { ElectronApplication } from '@playwright/test'

/** What a native box said and offered. */
export interface AskedBox {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

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

/** Each native box is answered with the button of one of these labels, in their order, and noted. */
export function answerBoxes(app: ElectronApplication, labels: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, wanted) => {
    const notes: AskedBox[] = []
    const waiting = [...wanted]
    Object.assign(globalThis, { askedBoxes: notes })
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message, detail = '', buttons = [] } = args.at(-1) as Electron.MessageBoxOptions
      notes.push({ message, detail, buttons })
      const response = Math.max(0, buttons.indexOf(waiting.shift() ?? ''))
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, labels)
}

/** What the native boxes said since `answerBoxes`. */
export function askedBoxes(app: ElectronApplication): Promise<readonly AskedBox[]> {
  return app.evaluate(() => (globalThis as unknown as { askedBoxes: readonly AskedBox[] }).askedBoxes)
}

/** As a press on the item of the native menu. */
export async function chooseInMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.focus()
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    items.find((item) => item.label === wanted)?.click()
  }, label)
}
