import MarkdownIt from 'markdown-it'

import { readAbbreviation } from './abbreviations/read-abbreviation'
import { endBareLinksBeforeJapanese } from './cjk/bare-links'
import { readStrongMarksBesideCjk } from './cjk/strong-marks'
import { readFootnote, readFootnoteReference } from './footnotes/read-footnote'
import { readBlockMath } from './math/block-math'
import { readInlineMath } from './math/inline-math'

/** CommonMark with GitHub's tables, strikethrough, bare addresses, footnotes, abbreviations and formulas; raw HTML stays text. */
export const parser = new MarkdownIt({ html: false, linkify: true })

const INTERRUPTING = { alt: ['paragraph', 'reference', 'blockquote', 'list'] }

parser.block.ruler.after('fence', 'math_block', readBlockMath, INTERRUPTING)
parser.block.ruler.before('reference', 'footnote', readFootnote, { alt: ['paragraph', 'reference'] })
parser.block.ruler.before('reference', 'abbreviation', readAbbreviation, { alt: ['paragraph', 'reference'] })
parser.inline.ruler.before('escape', 'math_inline', readInlineMath)
parser.inline.ruler.after('image', 'footnote_reference', readFootnoteReference)

readStrongMarksBesideCjk(parser)

// A word with a dot is far more often a file or a method than a site.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
endBareLinksBeforeJapanese(parser)
