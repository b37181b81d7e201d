const CHARACTERS_PER_TOKEN = 3
/** Scripts without spaces take a token for a character or less; an emoji takes several. */
const DENSE =
  /[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]|\p{Extended_Pictographic}/gu

/** Tokens of a text when nobody counted them: rather too many than too few. Adds up over the parts of a text. */
export function estimateTokens(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0
  return dense * 1.2 + (text.length - dense) / CHARACTERS_PER_TOKEN
}
