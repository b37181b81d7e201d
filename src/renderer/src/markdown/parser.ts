import MarkdownIt from 'markdown-it'

/** CommonMark with GitHub's tables, strikethrough and bare addresses; raw HTML stays text. */
export const parser = new MarkdownIt({ html: false, linkify: true })

// A word with a dot is far more often a file or a method than a site.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
