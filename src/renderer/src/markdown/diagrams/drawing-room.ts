import type { DrawRequest, FrameMessage, Picture } from './frame-message'

/** A diagram that is wanted. */
export type Order = Omit<DrawRequest, 'type' | 'id'>

export type Drawing =
  | { readonly outcome: 'drawn'; readonly picture: Picture }
  /** `line` counts from 1 in the source, where it is known. */
  | { readonly outcome: 'unreadable'; readonly line: number | undefined }
  | { readonly outcome: 'too-long' | 'too-slow' }

export interface DrawingRoom {
  /** What was drawn before, at once. */
  find(order: Order): Drawing | undefined
  /** Draws, one diagram after the other. Rejects only when it is aborted. */
  draw(order: Order, signal: AbortSignal): Promise<Drawing>
}

/** The frame that draws, as the room knows it. */
export interface Frame {
  tell(request: DrawRequest): void
  close(): void
}

export interface DrawingRoomParts {
  readonly openFrame: (onMessage: (message: FrameMessage) => void) => Frame
  /** Calls back later; returns the function that forgets it. */
  readonly after: (ms: number, act: () => void) => () => void
}

/** Mermaid refuses what is longer. */
const LONGEST_SOURCE = 50_000
/** A diagram that has not come by then never comes: some send Mermaid round in circles. */
const SLOWEST_MS = 20_000
/** A frame that nobody needs gives its memory back. */
const IDLE_MS = 60_000
const KEPT_DRAWINGS = 64

interface Waiting {
  readonly key: string
  readonly order: Order
  readonly onDrawn: (drawing: Drawing) => void
}

/** At most one frame in a window, however many diagrams it shows: they are pictures once they are drawn. */
export function createDrawingRoom({ openFrame, after }: DrawingRoomParts): DrawingRoom {
  const kept = new Map<string, Drawing>()
  const queue: Waiting[] = []
  let frame: Frame | undefined
  let isReady = false
  let lastId = 0
  let now: (Waiting & { readonly id: number }) | undefined
  let cancelTimer = () => {}

  function keep(key: string, drawing: Drawing): void {
    kept.delete(key)
    kept.set(key, drawing)
    const [oldest] = kept.keys()
    if (kept.size > KEPT_DRAWINGS && oldest !== undefined) kept.delete(oldest)
  }

  function close(): void {
    frame?.close()
    frame = undefined
    isReady = false
  }

  function goOn(): void {
    if (now !== undefined) return
    const next = queue.shift()
    cancelTimer()
    if (next === undefined) {
      cancelTimer = after(IDLE_MS, close)
      return
    }
    now = { ...next, id: ++lastId }
    cancelTimer = after(SLOWEST_MS, () => {
      close()
      finish({ outcome: 'too-slow' })
    })
    frame ??= openFrame(hear)
    if (isReady) tell()
  }

  function tell(): void {
    if (now !== undefined) frame?.tell({ type: 'draw', id: now.id, ...now.order })
  }

  function hear(message: FrameMessage): void {
    if (message.type === 'ready') {
      isReady = true
      tell()
    } else if (message.id === now?.id) {
      finish(toDrawing(message))
    }
  }

  function finish(drawing: Drawing): void {
    const done = now
    now = undefined
    if (done !== undefined) {
      keep(done.key, drawing)
      done.onDrawn(drawing)
    }
    goOn()
  }

  return {
    find(order) {
      if (order.source.length > LONGEST_SOURCE) return { outcome: 'too-long' }
      return kept.get(toKey(order))
    },
    draw(order, signal) {
      return new Promise((resolve, reject) => {
        const waiting: Waiting = { key: toKey(order), order, onDrawn: resolve }
        signal.addEventListener('abort', () => {
          const place = queue.indexOf(waiting)
          if (place !== -1) queue.splice(place, 1)
          reject(signal.reason)
        })
        queue.push(waiting)
        goOn()
      })
    },
  }
}

function toDrawing(message: Exclude<FrameMessage, { type: 'ready' }>): Drawing {
  if (message.type === 'failed') return { outcome: 'unreadable', line: message.line }
  const { svg, width, height, title, description } = message
  return { outcome: 'drawn', picture: { svg, width, height, title, description } }
}

function toKey({ source, look, language }: Order): string {
  return `${look} ${language} ${source}`
}
