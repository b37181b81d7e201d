import { redact } from '../transport/redact'

export interface Diagnostics {
  /** Names and values, in this order. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  /** The kinds of the connections; more than one may be of a kind. */
  readonly connections: readonly string[]
  /** Bytes of what is kept. */
  readonly sizes: readonly (readonly [name: string, bytes: number])[]
  /** Of the log, the newest last. */
  readonly lines: readonly string[]
  /** The user's own folder, whose name is often a person's. */
  readonly home: string
}

/** For whoever mends the app, and so in one language: Markdown without a key, a prompt, or the name of anything. */
export function toDiagnosticsText({ facts, connections, sizes, lines, home }: Diagnostics): string {
  const list = (entries: readonly (readonly [string, string])[]): string =>
    entries.map(([name, value]) => `- ${name}: ${value}\n`).join('')
  const text = [
    `## Nagare diagnostics\n\n${list(facts)}`,
    `### Connections\n\n${list(countKinds(connections))}`,
    `### Data\n\n${list(sizes.map(([name, bytes]) => [name, toKilobytes(bytes)]))}`,
    `### Log\n\n\`\`\`json\n${lines.join('\n')}\n\`\`\`\n`,
  ].join('\n')
  return redact(hideHome(text, home))
}

function countKinds(kinds: readonly string[]): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => [kind, String(count)])
}

function toKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`
}

/** As it is, and as JSON writes it. The root is nobody's own folder. */
function hideHome(text: string, home: string): string {
  if (home.length < 2) return text
  return text.replaceAll(JSON.stringify(home).slice(1, -1), '~').replaceAll(home, '~')
}
