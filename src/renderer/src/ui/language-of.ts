const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/gu

/** Enough to know a language by, and so little that a growing answer does not change it after its first line. */
const SAMPLE_LENGTH = 80

/** A Japanese sentence may well be half product names; an English one that quotes Japanese stays far below. */
const LATIN_PER_KANA = 4

/**
 * The language of a message, for the font, the line breaks and the voice of a screen reader.
 * Undefined when it cannot be told: Han characters alone may be Chinese.
 */
export function languageOf(text: string): 'en' | 'ja' | undefined {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const kana = count(sample, KANA)
  const latin = count(sample, LATIN)
  if (kana > 0 && kana * LATIN_PER_KANA >= latin) return 'ja'
  return latin > 0 && (kana > 0 || !HAN.test(sample)) ? 'en' : undefined
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0
}
