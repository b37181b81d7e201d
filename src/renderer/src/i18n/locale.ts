export type Locale = 'en' | 'ja'

/** The language of the window for a BCP 47 tag such as `navigator.language`. */
export function toLocale(language: string): Locale {
  return /^ja\b/i.test(language) ? 'ja' : 'en'
}
