/** A sign that hardly a word of prose holds, and hardly a formula lacks. */
export const SIGN = /[\\^_{}=+<>]/

/** An amount with what stands behind an amount, and in no formula. */
const AMOUNT =
  /^\d[\d.,]*(?:[kKMB]|bn)?(?:\s+(?:\(?\p{L}{2}|\d)|\/\p{L}{2}|[:;?]\s|[)\]"”’»–—、。]|\*\*|\*[\s.,)]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u

/** Two words in a row, or Japanese with its endings, before any sign. */
const WORDS = /^[^\\^_{}=+<>]*?(?:(?:^|\s)[A-Za-z]{3,}\s+[A-Za-z]{2}|\p{sc=Hiragana}{2})/u

/** Whether what stands behind a dollar begins like money or a sentence; whatever follows, it stays so. */
export function isProse(text: string): boolean {
  return AMOUNT.test(text) || WORDS.test(text)
}
