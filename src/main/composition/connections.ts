import { connectionHandlers, type ConnectionParts } from '../connections/connection-handlers'

/** The part of the composition root that knows connections. */
export function composeConnections(parts: Omit<ConnectionParts, 'now'>) {
  return connectionHandlers({ ...parts, now: () => performance.now() })
}
