import { pathToFileURL } from 'node:url'

import { BrowserWindow, type Session, session as sessions, type WebContents } from 'electron'

import type { ExportPart, RenderedPart } from '#shared/portable'

import type { DocumentPainter } from '../portable/export-documents'
import { LOCKED } from './locked-preferences'

export interface DocumentWindowOptions {
  /** The session that serves the app's own page. */
  readonly session: Session
  /** Address of the page that renders. */
  readonly url: string
}

export interface DocumentWindow extends DocumentPainter {
  /** Opens the system's own dialog. False when the user left it; rejects with `NOT_PRINTED` when printing failed. */
  readonly print: (file: string) => Promise<boolean>
}

const HIDDEN = { show: false, width: 900, height: 1200, paintWhenInitiallyHidden: false } as const
/** Electron has no other word for it. */
const LEFT_BY_USER = 'Print job canceled'

/** Windows that nobody sees: one draws messages with the app's own page, and one lays a finished document out on paper. */
export function createDocumentWindow({ session, url }: DocumentWindowOptions): DocumentWindow {
  let drawing: BrowserWindow | undefined

  async function draw(): Promise<WebContents> {
    if (drawing === undefined || drawing.isDestroyed()) {
      // Without a preload: this page can be asked, and can ask nobody.
      drawing = new BrowserWindow({
        ...HIDDEN,
        webPreferences: { ...LOCKED, session, backgroundThrottling: false },
      })
      await drawing.loadURL(url)
    }
    return drawing.webContents
  }

  async function render(part: ExportPart): Promise<RenderedPart> {
    const contents = await draw()
    return (await contents.executeJavaScript(`renderExport(${JSON.stringify(part)})`)) as RenderedPart
  }

  async function withPaper<Value>(
    file: string,
    use: (contents: WebContents) => Promise<Value>,
  ): Promise<Value> {
    const paper = new BrowserWindow({
      ...HIDDEN,
      webPreferences: { ...LOCKED, session: paperSession(file), javascript: false, images: false },
    })
    try {
      await paper.loadFile(file)
      return await use(paper.webContents)
    } finally {
      paper.destroy()
    }
  }

  return {
    render,
    toPdf: (file) =>
      withPaper(file, (contents) =>
        contents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }),
      ),
    print: (file) =>
      withPaper(
        file,
        (contents) =>
          new Promise((resolve, reject) =>
            contents.print({ printBackground: true }, (isPrinted, reason) => {
              if (isPrinted || reason === LEFT_BY_USER) resolve(isPrinted)
              else reject(Object.assign(new Error(reason), { code: 'NOT_PRINTED' }))
            }),
          ),
      ),
    close: () => drawing?.destroy(),
  }
}

/** May load the one document, and nothing else in the world. */
function paperSession(file: string): Session {
  const session = sessions.fromPartition('paper')
  const address = pathToFileURL(file).href
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address }))
  return session
}
