import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'

import styles from './page.module.css'
import type { Renderer, RendererProps } from './renderers'

export interface StreamPlan {
  readonly text: string
  readonly charsPerChunk: number
  readonly chunksPerFrame: number
}

/** All in milliseconds. */
export interface Streamed {
  /** Between one frame and the next. */
  readonly frames: readonly number[]
  /** The tasks over 50 ms that began after the first second. */
  readonly longTasks: readonly number[]
}

/** Work that was put off until the text had ended counts as well. */
const AFTERMATH_MS = 700

const FIRST_SECOND_MS = 1_000

/** Lets a text grow by so many chunks a frame, and flushes it once a frame. */
export async function streamText(
  host: HTMLElement,
  Shown: Renderer,
  { text, charsPerChunk, chunksPerFrame }: StreamPlan,
): Promise<{ readonly streamed: Streamed; readonly unmount: () => void }> {
  const store = createStore({ text: '', isLive: true })
  const root = createRoot(host)
  root.render(
    <Shell>
      <Stage store={store} shown={Shown} />
    </Shell>,
  )
  const starts: number[] = []
  const longTasks: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()))
  observer.observe({ type: 'longtask' })

  await new Promise<void>((resolve) => {
    let arrived = ''
    const step = (at: number): void => {
      starts.push(at)
      if (arrived.length === text.length) {
        store.set({ text: arrived, isLive: false })
        resolve()
        return
      }
      // Chunk by chunk, as it is put together in the app too.
      for (let chunk = 0; chunk < chunksPerFrame && arrived.length < text.length; chunk++) {
        arrived += text.slice(arrived.length, arrived.length + charsPerChunk)
      }
      store.set({ text: arrived, isLive: true })
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
  await new Promise((resolve) => setTimeout(resolve, AFTERMATH_MS))
  observer.disconnect()

  const begin = starts[0] ?? 0
  return {
    streamed: {
      frames: starts.slice(1).map((at, index) => at - (starts[index] ?? at)),
      longTasks: longTasks
        .filter(({ startTime }) => startTime > begin + FIRST_SECOND_MS)
        .map(({ duration }) => duration),
    },
    unmount: () => root.unmount(),
  }
}

interface Store {
  readonly get: () => RendererProps
  readonly set: (next: RendererProps) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** One flush for each `set`, in the same frame, as for what the reveal shows. */
function createStore(initial: RendererProps): Store {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (next) => {
      current = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function Stage({ store, shown: Shown }: { readonly store: Store; readonly shown: Renderer }) {
  const { text, isLive } = useSyncExternalStore(store.subscribe, store.get)
  return <Shown text={text} isLive={isLive} />
}

/** Keeps the end in view, whatever the text grows by. */
function Shell({ children }: { readonly children: ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const sizes = new ResizeObserver(() => {
      scroller.current?.scrollTo(0, scroller.current.scrollHeight)
    })
    if (column.current !== null) sizes.observe(column.current)
    return () => sizes.disconnect()
  }, [])
  return (
    <div ref={scroller} className={styles.scroller}>
      <div ref={column} className={styles.column}>
        {children}
      </div>
    </div>
  )
}
