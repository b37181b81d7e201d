import { toTransportFault } from '../transport/transport-fault'
import { modelError } from './model-fault'
import type { ConnectionCheck } from './provider'

export interface KeyChecks {
  /** What has to be set before anything can be asked. */
  readonly missing: () => boolean
  /** Needs the key, costs nothing. */
  readonly list: (signal: AbortSignal) => Promise<unknown>
  /** Whether there is such a model; without it, the first token tells. */
  readonly model?: (signal: AbortSignal) => Promise<unknown>
  /** Some servers have no list; that they say so is an answer too. */
  readonly isListOptional?: boolean
}

/** The way to a model behind a key: the key is there, the host answers, it lets us in, it has the model. */
export function keyChecks({
  missing,
  list,
  model,
  isListOptional = false,
}: KeyChecks): readonly ConnectionCheck[] {
  const credentials: ConnectionCheck = {
    proves: ['credentials'],
    run: async () => {
      if (missing()) throw modelError({ kind: 'missing-credentials' })
      return undefined
    },
  }
  const reach: ConnectionCheck = {
    proves: ['network', 'permission'],
    run: async (signal) => {
      try {
        await list(signal)
      } catch (cause) {
        const fault = toTransportFault(cause)
        if (!(isListOptional && fault?.kind === 'status' && [404, 405, 501].includes(fault.status)))
          throw cause
      }
      return undefined
    },
  }
  if (model === undefined) return [credentials, reach]
  const find: ConnectionCheck = { proves: ['model'], run: (signal) => model(signal).then(() => undefined) }
  return [credentials, reach, find]
}
