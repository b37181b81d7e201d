import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { app, BrowserWindow, dialog, type Session, shell } from 'electron'

import type { ModelChoice } from '#shared/model-choice'

import { restart } from '../app/ask-repair'
import { holds } from '../app/ask-revive'
import { createDocumentWindow } from '../app/document-window'
import { portableWords, type PortableWords } from '../app/portable-words'
import type { MainLanguage } from '../app/words'
import { keepBackingUp } from '../portable/daily-backups'
import { portableHandlers, type PortableOptions, type PortableSystem } from '../portable/portable-handlers'
import { createThreads } from '../portable/threads'

export interface PortableParts extends Pick<PortableOptions, 'file' | 'backups' | 'alone' | 'onImported'> {
  /** Whether the user has been told. */
  readonly onFailure: (cause: unknown) => boolean
  /** The language of the moment. */
  readonly language: () => MainLanguage
  readonly session: Session
  /** Address of the page that draws exports. */
  readonly pageUrl: string
  readonly listModels: () => readonly ModelChoice[]
  /** The file that the app was opened with, once. */
  readonly openedFile: () => string | undefined
}

/** Exports, imports and backups, and the backup that is made by itself while the app runs. */
export function composePortable({
  language,
  session,
  pageUrl,
  listModels,
  openedFile,
  ...parts
}: PortableParts) {
  const words = (): PortableWords => portableWords[language()]
  const runJob = createThreads(pathToFileURL(join(import.meta.dirname, 'portable-worker.js')))
  const window = createDocumentWindow({ session, url: pageUrl })
  const system = createSystem(words, window.print)
  keepBackingUp({
    backUp: () => runJob('backUpDaily', { file: parts.file, folder: parts.backups }),
    timer: (milliseconds, run) => {
      const timeout = setTimeout(run, milliseconds).unref()
      return () => clearTimeout(timeout)
    },
    onFailure: parts.onFailure,
    say: () => void dialog.showMessageBox({ type: 'warning', ...said(words().backupFailed) }),
  })

  const handlers = portableHandlers({
    ...parts,
    ...{ runJob, system, painter: window, now: () => new Date() },
    modelName: (modelId) =>
      listModels().find(({ id }) => id === modelId)?.name ?? modelId.slice(modelId.indexOf('/') + 1),
    temporary: app.getPath('temp'),
    appVersion: app.getVersion(),
    language,
    you: () => words().you,
    openedFile,
  })
  return { handlers, menu: () => words().menu }
}

function said({ title, body }: { readonly title: string; readonly body: string }) {
  return { message: title, detail: body, noLink: true }
}

function createSystem(words: () => PortableWords, print: PortableSystem['print']): PortableSystem {
  const parent = (): BrowserWindow => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]!
  return {
    askTarget: async (kind, name) => {
      const title = words().dialogs[kind]
      const defaultPath = join(app.getPath('documents'), name)
      const { canceled, filePath } = await dialog.showSaveDialog(parent(), { title, defaultPath })
      return canceled ? undefined : filePath
    },
    askSource: async (kind) => {
      const extensions = kind === 'import' ? ['jsonl', 'json', 'zip'] : ['db']
      const { canceled, filePaths } = await dialog.showOpenDialog(parent(), {
        title: words().dialogs[kind === 'import' ? 'import' : 'pickBackup'],
        filters: [{ name: 'Nagare, ChatGPT, Chatbox, Open WebUI', extensions }],
        properties: ['openFile'],
      })
      return canceled ? undefined : filePaths[0]
    },
    confirmRestore: async (contents) => {
      const { title, body, yes, no } = words().restore
      const { response } = await dialog.showMessageBox(parent(), {
        ...{ type: 'question', message: title, detail: `${holds(words(), contents)}\n\n${body}` },
        ...{ buttons: [yes, no], defaultId: 1, cancelId: 1, noLink: true },
      })
      return response === 0
    },
    sayUnusable: async (reason) => {
      await dialog.showMessageBox(parent(), { type: 'warning', message: words().unusable[reason] })
    },
    print,
    openFolder: (folder) => void shell.openPath(folder),
    restart,
  }
}
