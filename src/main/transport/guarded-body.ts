import type { Clock } from './clock'
import { toNetworkFaultKind } from './network-fault-kind'
import { createSilenceWatch } from './silence-watch'
import { transportError } from './transport-fault'

interface BodyWatch {
  readonly host: string
  readonly idleMs: number
  readonly clock: Clock
  /** Aborted by the caller, or by us when the body falls silent; either way the socket closes. */
  readonly abort: AbortController
  readonly onEnd: () => void
}

/** The same bytes, pulled one read at a time, and an error instead of a silence, a broken socket or an abort. */
export function guardBody(body: ReadableStream<Uint8Array>, watch: BodyWatch): ReadableStream<Uint8Array> {
  const { host, idleMs, clock, abort } = watch
  const reader = body.getReader()
  let bytesReceived = 0
  let isOver = false

  const silence = createSilenceWatch(clock, idleMs, () => {
    abort.abort(transportError({ kind: 'stalled', silentSeconds: idleMs / 1000, host, bytesReceived }))
  })
  const finish = () => {
    if (isOver) return
    isOver = true
    silence.end()
    watch.onEnd()
  }

  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const onAbort = () => {
          if (isOver) return
          finish()
          controller.error(abort.signal.reason)
          reader.cancel(abort.signal.reason).catch(ignore)
        }
        // A signal that was aborted while the answer was on its way to us tells nobody again.
        if (abort.signal.aborted) onAbort()
        else abort.signal.addEventListener('abort', onAbort)
      },
      pull: async (controller) => {
        silence.expect()
        try {
          const { done, value } = await reader.read()
          silence.heard()
          if (isOver) return
          if (done) {
            finish()
            controller.close()
            return
          }
          bytesReceived += value.byteLength
          controller.enqueue(value)
        } catch (cause) {
          if (isOver) return
          finish()
          controller.error(transportError({ kind: toNetworkFaultKind(cause), host, bytesReceived }, cause))
        }
      },
      cancel: async (reason) => {
        finish()
        await reader.cancel(reason)
        abort.abort(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

/** The reader was told the reason already. */
function ignore(): void {}
