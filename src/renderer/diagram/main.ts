import type { DrawRequest, FrameMessage } from '../src/markdown/diagrams/frame-message'
import { draw } from './draw'

let last: Promise<void> = Promise.resolve()

window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== window.parent || !isDrawRequest(data)) return
  // Mermaid keeps its settings in one place: one diagram after the other.
  last = last.then(() => answer(data))
})
tell({ type: 'ready' })

async function answer(request: DrawRequest): Promise<void> {
  const { id } = request
  try {
    tell({ type: 'drawn', id, ...(await draw(request)) })
  } catch (cause) {
    tell({ type: 'failed', id, line: toLine(cause) })
  }
}

/** Only our own page can be the parent: the frame's policy says so. */
function tell(message: FrameMessage): void {
  window.parent.postMessage(message, '*')
}

function isDrawRequest(data: unknown): data is DrawRequest {
  if (typeof data !== 'object' || data === null) return false
  const { type, id, source, look, language } = data as Partial<Record<keyof DrawRequest, unknown>>
  const isLook = look === 'light' || look === 'dark'
  return (
    type === 'draw' &&
    Number.isSafeInteger(id) &&
    typeof source === 'string' &&
    isLook &&
    typeof language === 'string'
  )
}

/** Mermaid's parsers tell the place of an error in their message. */
function toLine(cause: unknown): number | undefined {
  const line = /\bline:? (\d{1,6})\b/i.exec(String(cause))?.[1]
  return line === undefined ? undefined : Number(line)
}
