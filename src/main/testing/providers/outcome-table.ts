/** Endings by provider and scenario, as lines for a terminal. */
export function toTable(endings: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const providers = [...endings.keys()]
  const scenarios = [...new Set([...endings.values()].flatMap((row) => [...row.keys()]))]
  const rows = scenarios.map((name) => [
    name,
    ...providers.map((each) => endings.get(each)?.get(name) ?? '–'),
  ])
  const cells = [['', ...providers], ...rows]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return `\n${lines.map((line) => line.trimEnd()).join('\n')}\n\n`
}
