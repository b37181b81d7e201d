import type { BrowserWindow } from 'electron'

import type { hearOpenedFromOutside } from '../app/opened-from-outside'
import type { BridgeServer } from '../bridge/ipc'
import type { OpenedConversations } from '../conversations/open-conversations'
import { createIntents, type Intents } from '../desktop/intents'
import { readArguments } from '../desktop/read-arguments'

export interface IntentsComposition {
  /** What macOS said before the app was ready, and says from now on. */
  readonly heard: ReturnType<typeof hearOpenedFromOutside>
  readonly history: Pick<Extract<OpenedConversations, { readonly ok: true }>, 'list'>
  readonly focus: () => BrowserWindow
  readonly tell: BridgeServer['tell']
}

/** Joins links and files from outside to the windows. */
export function composeIntents({ heard, history, focus, tell }: IntentsComposition) {
  const intents: Intents = createIntents({
    isThere: (id) => history.list.rows([id]).length > 0,
    show: () => tell(focus().webContents, 'intents', {}),
  })
  return {
    handlers: intents.handlers,
    takeFile: intents.takeFile,
    /** Once windows can be told: what the app was started for. False when for nothing but itself. */
    start: () => {
      heard(intents.take)
      return intents.take(readArguments(process.argv, process.cwd()))
    },
    /** False when nothing but the app itself was wanted. */
    takeArguments: (argv: readonly string[], folder: string) => intents.take(readArguments(argv, folder)),
  }
}
