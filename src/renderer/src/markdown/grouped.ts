/** A list in groups, so that React walks groups instead of members and a full group never changes again. */
export type Grouped<T> = readonly (readonly T[])[]

const GROUP_SIZE = 16

/** The groups with more members; every full group keeps its identity. */
export function append<T>(groups: Grouped<T>, members: readonly T[]): Grouped<T> {
  if (members.length === 0) return groups
  const last = groups.at(-1)
  const isOpen = last !== undefined && last.length < GROUP_SIZE
  const grown = isOpen ? [...last, ...members] : members
  const result = isOpen ? groups.slice(0, -1) : groups.slice()
  for (let at = 0; at < grown.length; at += GROUP_SIZE) result.push(grown.slice(at, at + GROUP_SIZE))
  return result
}

export function grouped<T>(members: readonly T[]): Grouped<T> {
  return append([], members)
}

/** The groups with another member at a place; every other group keeps its identity. */
export function replaceAt<T>(groups: Grouped<T>, place: number, member: T): Grouped<T> {
  const changed = Math.floor(place / GROUP_SIZE)
  return groups.map((group, index) => (index === changed ? group.with(place % GROUP_SIZE, member) : group))
}

export function countMembers(groups: Grouped<unknown>): number {
  return groups.length === 0 ? 0 : (groups.length - 1) * GROUP_SIZE + (groups.at(-1)?.length ?? 0)
}
