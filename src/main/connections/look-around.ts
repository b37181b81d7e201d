import type { ConnectionParts } from './connection-handlers'

type LookAroundParts = Pick<ConnectionParts, 'running' | 'models' | 'lists' | 'fetch'>

/** Looks for what has come to run on this computer, and asks it for its models as long as they are not known. */
export async function lookAround({ running, models, lists, fetch }: LookAroundParts): Promise<void> {
  await running.look((provider) => ({ ...models.own(provider), fetch }))
  const unlisted = models
    .connections()
    .filter(({ id, provider }) => running.ids().has(provider.id) && lists.read(id) === undefined)
  await Promise.all(
    unlisted.map(async (connection) => {
      // Whoever wants to know why it says nothing can test the connection.
      const listed = await connection.provider.listModels?.({ ...connection, fetch }).catch(() => undefined)
      if (listed !== undefined) lists.write(connection.id, listed)
    }),
  )
}
