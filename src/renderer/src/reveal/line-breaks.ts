/** Closes what stands before it, or belongs to it: no line begins with it. */
const NO_START =
  /[,.:;!?)\]}'"%/、。，．・：；？！ー」』）］｝〉》〕】〙〗’”»›…‥々ゝゞヽヾ〜～％℃ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f]/

/** Opens what stands behind it: no line ends with it. */
const NO_END = /[([{'"「『（［｛〈《〔【〘〖‘“«‹\u200d]/

/** Marks of Markdown: they are gone when the line is laid out, and what they stand between is neighbours. */
const MARK = /[*_~`]/

/** Every one of them is a word: Chinese, Japanese and Korean letters, and the halves of an emoji. */
const WIDE =
  /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\ud800-\udfff]/

/** What follows may be shown as something else than as the characters it is: a formula, a link, a cell. */
const UNCERTAIN = /[|$<&\\[]|!\[/y
const LINK_END = /\]\([^)\n]*\)/y

/** What is longer than this, in UTF-16 units, is an address or a number rather than a word. */
const LONGEST_WORD = 48

/**
 * Where the word ends of which the reader sees what stands before `at`: up to there, nothing can come between two lines.
 * Marks and the address of a link belong to it. It ends with the text at the latest.
 */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (
    end < text.length &&
    end - at < LONGEST_WORD &&
    !mayBreak(text, end) &&
    !matches(UNCERTAIN, text, end)
  ) {
    end += matches(LINK_END, text, end)?.length ?? 1
  }
  return end
}

/**
 * Up to where every word of a text that still grows is complete. Not so the last one: it may go on, and then go to the
 * next line as a whole. One at the beginning of a line already stands where it will stay.
 */
export function completeWords(text: string): number {
  if (/\s$/.test(text.slice(-1))) return text.length
  const least = Math.max(1, text.length - LONGEST_WORD)
  for (let at = text.length - 1; at >= least; at--) {
    if (mayBreak(text, at)) return text[at - 1] === '\n' ? text.length : at
  }
  return text.length
}

/** Whether a line may end before the character at that place; where it is not certain, it may not. */
function mayBreak(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[at] ?? ' '
  if (/\s/.test(before + after)) return true
  if (NO_START.test(after) || NO_END.test(before) || MARK.test(before + after)) return false
  return WIDE.test(before) || WIDE.test(after) || (before === '-' && /[a-z]/i.test(after))
}

function matches(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
