/** Lines of `Name: value`, as a user writes custom headers; undefined when a line is none. Empty lines are nothing. */
export function parseHeaders(text: string): readonly (readonly [name: string, value: string])[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const headers = lines.map((line) =>
    /^\s*([\w!#$%&'*+.^`|~-]+)\s*:\s*([\t\x20-\x7e\x80-\xff]*?)\s*$/.exec(line),
  )
  if (headers.includes(null)) return undefined
  return headers.map((found) => [found?.[1] ?? '', found?.[2] ?? ''])
}
