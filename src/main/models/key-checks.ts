import { toTransportFault } from '../transport/transport-fault'
import { modelError } from './model-fault'
import type { ConnectionCheck } from './provider'

export interface KeyChecks {
  /** What has to be set before anything can be asked. */
  readonly missing: () => boolean
  /** Fetches what is sent in place of a key, where it must be fetched. */
  readonly token?: () => Promise<unknown>
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
  token,
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
  return [
    credentials,
    ...(token === undefined ? [] : [checkOf('token', token)]),
    reach,
    ...(model === undefined ? [] : [checkOf('model', model)]),
  ]
}

function checkOf(name: 'token' | 'model', ask: (signal: AbortSignal) => Promise<unknown>): ConnectionCheck {
  return { proves: [name], run: (signal) => ask(signal).then(() => undefined) }
}
