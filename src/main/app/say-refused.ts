import { dialog } from 'electron'

import type { Words } from './words'

/** Says that the disk takes nothing, and resolves when that was seen. Holds nothing up. */
export function sayRefused({ refused }: Words): Promise<unknown> {
  return dialog.showMessageBox({
    ...{ type: 'warning', message: refused.title, detail: refused.body, noLink: true },
  })
}
