import { app, dialog } from 'electron'

import type { PortableWords } from './portable-words'

/** Says that a part of the conversations cannot be read. Whether to start again now and choose what to do. */
export async function askRepair({ damage }: PortableWords): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    ...{ type: 'warning', message: damage.title, detail: damage.body, noLink: true },
    ...{ buttons: [damage.repair, damage.later], defaultId: 0, cancelId: 1 },
  })
  return response === 0
}

export function restart(): void {
  app.relaunch()
  app.quit()
}
