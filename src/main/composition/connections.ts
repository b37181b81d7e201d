import type { ParameterAnswers } from '#shared/requests/parameters'

import type { Handlers } from '../bridge/answer'
import { appFailure } from '../bridge/app-failure'
import { connectionHandlers, type ConnectionParts } from '../connections/connection-handlers'
import { lookAround } from '../connections/look-around'
import { moveSecrets } from '../connections/move-secrets'
import type { KeyStore } from '../settings/key-store'
import type { ConnectionPolicy } from '../settings/policy'
import { settleKeys } from '../settings/settings-handlers'

export interface ComposedConnections extends Omit<ConnectionParts, 'now' | 'secrets'> {
  readonly keys: KeyStore
  readonly policy: ConnectionPolicy
  /** What else can be asked of a connection. */
  readonly parameters: Pick<Handlers, keyof ParameterAnswers>
  readonly log: (what: string, cause: unknown) => void
}

/**
 * The part of the composition root that knows connections: none is shown before the keys are read, and what runs on this
 * computer is looked for at once.
 */
export function composeConnections({ keys, policy, parameters, log, ...parts }: ComposedConnections) {
  const handlers = connectionHandlers({ ...parts, secrets: keys, now: () => performance.now() })
  const ready = moveSecrets({ ...parts, keys }).catch((cause: unknown) =>
    log('Keys could not be taken out of the settings', cause),
  )
  void ready.then(() => lookAround(parts))

  /** The page does not offer this; it is refused here because a page may not be believed. */
  function refuseLocked(id: string | undefined): void {
    if (id !== undefined && Object.hasOwn(policy.readyMade, id))
      throw locked(`The connection ${id} is fixed.`)
    // Also those that came with the app: what the user decided about them would not hold.
    if (policy.onlyReadyMade) throw locked('Only connections of the administrator may be used.')
  }

  return {
    ...parameters,
    ...handlers,
    chooseDefaultModel: (...asked: Parameters<typeof handlers.chooseDefaultModel>) => {
      refuseLocked(asked[0].connectionId)
      return handlers.chooseDefaultModel(...asked)
    },
    keepDefaultParameters: (...asked: Parameters<typeof parameters.keepDefaultParameters>) => {
      refuseLocked(asked[0].connectionId)
      return parameters.keepDefaultParameters(...asked)
    },
    listConnections: async (...asked: Parameters<typeof handlers.listConnections>) => {
      await ready
      return handlers.listConnections(...asked)
    },
    testConnection: async (...asked: Parameters<typeof handlers.testConnection>) => {
      await ready
      return handlers.testConnection(...asked)
    },
    saveConnection: async (...asked: Parameters<typeof handlers.saveConnection>) => {
      refuseLocked(asked[0].id)
      await ready
      const saved = await handlers.saveConnection(...asked)
      await settleKeys(keys)
      return saved
    },
    removeConnection: async (...asked: Parameters<typeof handlers.removeConnection>) => {
      refuseLocked(asked[0].connectionId)
      // What was taken out of the settings meanwhile would be put back by that.
      await ready
      await handlers.removeConnection(...asked)
      await settleKeys(keys)
    },
  }
}

function locked(why: string): Error {
  return appFailure('bad-request', new Error(why))
}
