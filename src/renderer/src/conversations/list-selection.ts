import type { ListLine } from './list-lines'

/** Which conversations are picked, and where the keys are. All are keys of lines. */
export interface ListSelection {
  /** The line that the keys act on; undefined before the first key. */
  readonly activeKey: string | undefined
  /** Where a range begins. */
  readonly anchorKey: string | undefined
  /** A conversation that is only the active one is not among them. */
  readonly pickedIds: ReadonlySet<string>
}

export const nothingSelected: ListSelection = {
  activeKey: undefined,
  anchorKey: undefined,
  pickedIds: new Set(),
}

/** The keys go to a line, and nothing is picked any more. */
export function moved(key: string | undefined): ListSelection {
  return { activeKey: key, anchorKey: key, pickedIds: new Set() }
}

/** The keys go to a line, and what is picked stays so. */
export function looked(selection: ListSelection, key: string): ListSelection {
  return { ...selection, activeKey: key }
}

/** The line is picked as well, or no longer. */
export function toggled(selection: ListSelection, key: string): ListSelection {
  const isFirst = selection.pickedIds.size === 0 && selection.activeKey !== key
  const first = isFirst ? [selection.activeKey] : []
  const before = [...first, ...selection.pickedIds].filter((id) => id !== undefined)
  const pickedIds = before.includes(key) ? before.filter((id) => id !== key) : [...before, key]
  return { activeKey: key, anchorKey: key, pickedIds: new Set(pickedIds) }
}

/** Everything from the anchor to this line is picked. */
export function extended(selection: ListSelection, key: string, lines: readonly ListLine[]): ListSelection {
  const anchorKey = selection.anchorKey ?? selection.activeKey ?? key
  const [one, other] = [indexOf(lines, anchorKey), indexOf(lines, key)]
  const range = lines.slice(Math.min(one, other), Math.max(one, other) + 1)
  return { activeKey: key, anchorKey, pickedIds: new Set(conversationsIn(range)) }
}

export function all(selection: ListSelection, lines: readonly ListLine[]): ListSelection {
  return { ...selection, pickedIds: new Set(conversationsIn(lines)) }
}

/** What an act on a line is done with: all that is picked if the line is among them, else the line alone. */
export function targetsOf(
  { pickedIds }: ListSelection,
  key: string,
  lines: readonly ListLine[],
): readonly string[] {
  if (!pickedIds.has(key)) return [key]
  return conversationsIn(lines).filter((id) => pickedIds.has(id))
}

/** The line that many lines away, or the first or last one for infinitely many; headings are passed over. */
export function lineFrom(
  lines: readonly ListLine[],
  key: string | undefined,
  steps: number,
): ListLine | undefined {
  const stops = lines.filter(({ kind }) => kind !== 'heading')
  const index = indexOf(stops, key)
  if (index < 0) return steps === -1 || steps === Infinity ? stops.at(-1) : stops[0]
  return stops[Math.min(stops.length - 1, Math.max(0, index + steps))]
}

export function indexOf(lines: readonly ListLine[], key: string | undefined): number {
  return lines.findIndex((line) => line.key === key && line.kind !== 'heading')
}

function conversationsIn(lines: readonly ListLine[]): readonly string[] {
  return lines.flatMap((line) => (line.kind === 'conversation' ? [line.row.id] : []))
}
