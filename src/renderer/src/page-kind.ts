export interface PageKind {
  /** The small window of a quick question, not a whole one. */
  readonly isQuick: boolean
  /** Every text is as long as a translation may become: e2e/i18n shows what is cut off. */
  readonly isPseudo: boolean
}

/** What a page is, by the fragment of its address: words with commas between them. */
export function readPageKind(hash: string): PageKind {
  const said = hash.slice(1).split(',')
  return { isQuick: said.includes('quick'), isPseudo: said.includes('pseudo') }
}
