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
  let hasNoList = false
  const reach: ConnectionCheck = {
    proves: ['network', 'permission'],
    run: async (signal) => {
      try {
        await list(signal)
      } catch (cause) {
        hasNoList = isListOptional && answersWith(NO_LIST, cause)
        if (!hasNoList) throw atListOf(cause)
      }
      return undefined
    },
    // A server may have no list. One that has no place to ask a model either is another server.
    explain: (cause) => (hasNoList && isNoPlace(cause) ? wrongAddress(cause) : cause),
  }
  return [
    credentials,
    ...(token === undefined ? [] : [checkOf('token', token)]),
    reach,
    ...(model === undefined ? [] : [checkOf('model', model)]),
  ]
}

/** How servers say that they have no such page. */
const NO_LIST: readonly number[] = [404, 405, 501]

function answersWith(statuses: readonly number[], cause: unknown): boolean {
  const fault = toTransportFault(cause)
  return fault?.kind === 'status' && statuses.includes(fault.status)
}

/** Whether it says that there is no such page, and not that there is no such model. */
function isNoPlace(cause: unknown): boolean {
  const fault = toTransportFault(cause)
  return fault?.kind === 'status' && fault.status === 404 && !/model/i.test(fault.providerMessage ?? '')
}

/** The list stands at a fixed place: where it is not, or where there is something else, the way there is wrong. */
function atListOf(cause: unknown): unknown {
  const isElsewhere = answersWith(NO_LIST, cause) || toTransportFault(cause)?.kind === 'malformed'
  return isElsewhere ? wrongAddress(cause) : cause
}

function wrongAddress(cause: unknown): Error {
  const { host = '', ...fault } = toTransportFault(cause) ?? {}
  const detail = 'status' in fault ? `status ${fault.status}` : 'another answer than a list of models'
  return modelError({ kind: 'wrong-address', host, detail })
}

function checkOf(name: 'token' | 'model', ask: (signal: AbortSignal) => Promise<unknown>): ConnectionCheck {
  return { proves: [name], run: (signal) => ask(signal).then(() => undefined) }
}
