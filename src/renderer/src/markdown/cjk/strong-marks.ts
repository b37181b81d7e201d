import type { MarkdownIt } from 'markdown-it'

/** Letters and marks of scripts that put no spaces between words: a mark of Markdown stands right between two of them. */
const CJK = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3001-\u303f\u30fb\u30fc\uff01-\uffee]`
const ENDS = new RegExp(`${CJK}$`, 'u')
const BEGINS = new RegExp(CJK, 'uy')
const SPACE = /\s/

/**
 * Lets `**` and `~~` open and close beside Chinese, Japanese and Korean, where CommonMark looks for a space: it would leave
 * `これは**「大切」**です`, `**注意：**必ず` and `**100%**の` with their asterisks. A single `*` keeps its rule, being a
 * footnote's there more often than emphasis.
 */
export function readStrongMarksBesideCjk(parser: MarkdownIt): void {
  const { State } = parser.inline
  parser.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord)
      const end = start + scanned.length
      const before = this.src.slice(Math.max(0, start - 2), start)
      BEGINS.lastIndex = end
      const isBesideCjk = ENDS.test(before) || (end < this.posMax && BEGINS.test(this.src))
      if (!canSplitWord || scanned.length < 2 || !isBesideCjk) return scanned
      return {
        ...scanned,
        can_open: end < this.posMax && !SPACE.test(this.src.charAt(end)),
        can_close: start > 0 && !SPACE.test(before.slice(-1)),
      }
    }
  }
}
