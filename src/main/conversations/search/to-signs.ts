/** From here on Unicode has room for private use; ASCII's own signs are put there, because they would part words. */
const PRIVATE = 0xe000

/** Each different sign of a folded text and each pair of neighbours, as words that SQLite's `ascii` tokenizer keeps whole. */
export function toSigns(folded: string): string {
  const signs = new Set<string>()
  let before = ''
  for (const sign of folded) {
    const word = toWord(sign)
    signs.add(word)
    if (before !== '') signs.add(before + word)
    before = word
  }
  return [...signs].join(' ')
}

/** One or two signs as the word under which `toSigns` put them. */
export function toSignsWord(signs: string): string {
  return [...signs].map(toWord).join('')
}

function toWord(sign: string): string {
  const code = sign.charCodeAt(0)
  const isPlain = code >= 0x80 || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
  return isPlain ? sign : String.fromCharCode(PRIVATE + code)
}
