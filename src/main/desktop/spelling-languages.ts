/** More make a slip look right because it is a word somewhere. */
const MOST = 3
/** For whom no dictionary is made, as there is none of Japanese: words in Latin letters are mostly English. */
const FALLBACK = 'en-US'

/** The dictionaries for somebody who prefers these languages, from those that there are: `de-CH` is content with `de`. */
export function spellingLanguages(
  preferred: readonly string[],
  available: readonly string[],
): readonly string[] {
  const found = preferred.flatMap((language) => findDictionary(language, available) ?? [])
  const fallback = available.includes(FALLBACK) ? [FALLBACK] : []
  return found.length === 0 ? fallback : [...new Set(found)].slice(0, MOST)
}

function findDictionary(language: string, available: readonly string[]): string | undefined {
  const [primary = ''] = language.split('-')
  return (
    available.find((one) => one === language) ??
    available.find((one) => one === primary) ??
    available.find((one) => one.startsWith(`${primary}-`))
  )
}
