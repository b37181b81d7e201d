/** A place in a prompt that is filled in when it is used. */
export interface Variable {
  /** One line. */
  readonly name: string
  /** What it is when nothing else is said; empty: nothing. */
  readonly usual: string
}

/** `{{name}}` or `{{name=usual value}}`, as in Mustache. No brace may be within, which keeps the search linear. */
const PLACES = /\{\{([^{}]+)\}\}/g

/** Each once, in the order in which they come; the first usual value that is given counts. */
export function variablesIn(text: string): readonly Variable[] {
  const found = new Map<string, string>()
  for (const [, inside = ''] of text.matchAll(PLACES)) {
    const { name, usual } = read(inside)
    if (name !== '' && (found.get(name) ?? '') === '') found.set(name, usual)
  }
  return [...found].map(([name, usual]) => ({ name, usual }))
}

/** Puts a value in the place of each variable. One that is not given stays as it is written. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(PLACES, (place, inside: string) => values.get(read(inside).name) ?? place)
}

/** Without a name it is no variable. */
function read(inside: string): Variable {
  const [before = '', ...after] = inside.split('=')
  const name = before.trim()
  return { name: name.includes('\n') ? '' : name, usual: after.join('=').trim() }
}
