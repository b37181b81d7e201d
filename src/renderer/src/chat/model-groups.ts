import type { ModelChoice } from '#shared/model-choice'

/** Models under one heading, in order. */
export interface ModelGroup {
  /** Absent for the favourites, which come from many connections. */
  readonly connection?: ModelChoice['connection']
  readonly items: readonly ModelChoice[]
}

/** The favourites first, then every other model under its connection, in the order of its first model. */
export function toModelGroups(models: readonly ModelChoice[]): readonly ModelGroup[] {
  const favourites = models.filter(isFavourite)
  const others = models.filter((model) => !isFavourite(model))
  const connections = new Map(others.map(({ connection }) => [connection.id, connection]))
  const groups = [...connections.values()].map((connection) => ({
    connection,
    items: others.filter((model) => model.connection.id === connection.id),
  }))
  return favourites.length > 0 ? [{ items: favourites }, ...groups] : groups
}

function isFavourite(model: ModelChoice): boolean {
  return model.isFavourite ?? false
}
