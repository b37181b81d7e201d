import type { Handlers } from './answer'

/** What goes on while the gate is closed: it writes nothing, or is the work for which it is closed. */
const PASSING: ReadonlySet<string> = new Set([
  'stopReply',
  'acknowledgeReply',
  'readArrivals',
  'cancelPortable',
  'addImport',
  'readQuickKeys',
  'openQuick',
  'hideQuick',
  'fitQuick',
  'openInWindow',
  'readDiagnostics',
  'openLogFolder',
  'reportFailure',
])

/** Lets requests wait for a work that must be the only one that writes, instead of failing beside it. */
export interface Gate {
  readonly alone: (work: () => Promise<void>) => Promise<void>
  readonly guard: (handlers: Handlers) => Handlers
}

/** `onClose` and `onOpen` are told, so that what writes by itself can make way. */
export function createGate(onClose: () => void, onOpen: () => void): Gate {
  let opened = Promise.resolve()

  async function alone(work: () => Promise<void>): Promise<void> {
    const before = opened
    let open = (): void => undefined
    opened = new Promise((resolve) => {
      open = resolve
    })
    await before
    onClose()
    try {
      await work()
    } finally {
      onOpen()
      open()
    }
  }

  function guard(handlers: Handlers): Handlers {
    const guarded = Object.entries(handlers).map(([name, handle]) => {
      if (PASSING.has(name)) return [name, handle] as const
      const act = handle as (...input: readonly unknown[]) => unknown
      return [name, (...input: readonly unknown[]) => opened.then(() => act(...input))] as const
    })
    return Object.fromEntries(guarded) as unknown as Handlers
  }

  return { alone, guard }
}
