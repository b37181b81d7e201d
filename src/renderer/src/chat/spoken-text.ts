/** What Markdown writes for the eye, and what is left of it for the ear. In this order. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(```|~~~).*$/gm, ''],
  [/<br *\/?>/gi, ' '],
  [/^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$/gm, ''],
  [/^[ \t]*(#{1,6}|>|[-*+])[ \t]+/gm, ''],
  [/!?\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/\*\*|~~|`/g, ''],
  [/\*(\S|\S[^*\n]*\S)\*/g, '$1'],
  [/(?<![\p{L}\p{N}_])_(\S|\S[^_\n]*\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [/(?<=^[ \t]*\|.*)[ \t]*\|[ \t]*(?=\S)/gm, ', '],
  [/(?<=^[ \t]*\|.*)\|[ \t]*$/gm, ''],
  [/^[ \t]*\|/gm, ''],
  [/^[ \t]+|[ \t]+$/gm, ''],
  [/\n{2,}/g, '\n'],
]

/** A Markdown text as it should be read out: without the marks that a screen reader would spell. */
export function spokenText(markdown: string): string {
  return MARKS.reduce((text, [mark, sound]) => text.replace(mark, sound), markdown).trim()
}

/** The same, paragraph by paragraph. */
export function spokenPieces(markdown: string): readonly string[] {
  return spokenText(markdown)
    .split('\n')
    .filter((piece) => piece.trim() !== '')
}
