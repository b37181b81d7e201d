import { toTransportFault, type TransportFault } from '../transport/transport-fault'
import { modelError } from './model-fault'
import type { ConnectionCheck } from './provider'

type StatusFault = Extract<TransportFault, { readonly kind: 'status' }>

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
        const fault = toTransportFault(cause)
        hasNoList = isListOptional && saysNoList(fault)
        if (hasNoList) return undefined
        // The list stands at a fixed place: where it is not, or where there is something else, the way there is wrong.
        throw saysNoList(fault) || fault?.kind === 'malformed' ? wrongAddress(fault) : cause
      }
      return undefined
    },
    // A server may have no list. One that has no place to ask a model either is another server.
    explain: (cause) => {
      const fault = toTransportFault(cause)
      return hasNoList && saysNoPlace(fault) ? wrongAddress(fault) : cause
    },
  }
  return [
    credentials,
    ...(token === undefined ? [] : [checkOf('token', token)]),
    reach,
    ...(model === undefined ? [] : [checkOf('model', model)]),
  ]
}

/** How servers say that they have no such page. */
function saysNoList(fault: TransportFault | undefined): fault is StatusFault {
  return fault?.kind === 'status' && [404, 405, 501].includes(fault.status)
}

/** Whether it says that there is no such page, and not that there is no such model. */
function saysNoPlace(fault: TransportFault | undefined): fault is StatusFault {
  return fault?.kind === 'status' && fault.status === 404 && !/model/i.test(fault.providerMessage ?? '')
}

function wrongAddress(fault: TransportFault): Error {
  const detail = fault.kind === 'status' ? `status ${fault.status}` : 'another answer than a list of models'
  return modelError({ kind: 'wrong-address', host: fault.host, detail })
}

function checkOf(name: 'token' | 'model', ask: (signal: AbortSignal) => Promise<unknown>): ConnectionCheck {
  return { proves: [name], run: (signal) => ask(signal).then(() => undefined) }
}
