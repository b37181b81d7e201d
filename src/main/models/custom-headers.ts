/** Lines of `Name: value`, as a user writes custom headers; undefined when a line is none. Empty lines are nothing. */
export function parseHeaders(text: string): readonly (readonly [name: string, value: string])[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const headers = lines.map((line) =>
    /^\s*([\w!#$%&'*+.^`|~-]+)\s*:\s*([\t\x20-\x7e\x80-\xff]*?)\s*$/.exec(line),
  )
  if (headers.includes(null)) return undefined
  return headers.map((found) => [found?.[1] ?? '', found?.[2] ?? ''])
}

const SCHEME = /^(Bearer|Basic|Token|ApiKey)\s+/i

/** What is secret in such lines: each value, and a key behind the name of its scheme by itself, too. */
export function secretsOfHeaders(text: string): readonly string[] {
  const values = (parseHeaders(text) ?? []).map(([, value]) => value)
  return [...new Set(values.flatMap((value) => [value, value.replace(SCHEME, '')]))]
}
