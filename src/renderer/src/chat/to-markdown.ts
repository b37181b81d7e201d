/** What the page adds to the words: it is neither said nor copied. */
export const NOT_SAID =
  'button, footer, figcaption, summary, svg, [role="status"], .visually-hidden, [aria-hidden="true"]'

/** Stands between two blocks until all of them are there; no text of a page has it. */
const EDGE = '\0'
const BETWEEN_BLOCKS = /\s*\0[\s\0]*/g

type Mark = (element: Element, words: string) => string

/** What each element of a message is in Markdown, given what its children are. */
const MARKS: Readonly<Record<string, Mark>> = {
  p: (_, words) => block(words),
  div: (_, words) => words,
  section: (_, words) => block(words),
  figure: (_, words) => block(words),
  aside: (element, words) =>
    block(quote(`[!${(element.getAttribute('data-kind') ?? 'note').toUpperCase()}]\n${words.trim()}`)),
  blockquote: (_, words) => block(quote(words.trim())),
  hr: () => block('---'),
  br: () => '\\\n',
  strong: (_, words) => wrap(words, '**'),
  em: (_, words) => wrap(words, '*'),
  del: (_, words) => wrap(words, '~~'),
  code: (_, words) => inlineCode(words),
  a: (element, words) => link(element, words),
  input: (element) => (element.hasAttribute('checked') ? '[x] ' : '[ ] '),
  ul: (element) => block(items(element, () => '- ')),
  ol: (element) =>
    block(items(element, (index) => `${Number(element.getAttribute('start') ?? 1) + index}. `)),
  pre: (element) => block(fence(element)),
  table: (element) => block(table(element)),
  math: (element, words) => formula(element, words),
}

/** Markdown for a part of the page as it was rendered: for a selection, which knows no source. */
export function toMarkdown(fragment: ParentNode & Node): string {
  return tidy(wordsOf(fragment))
}

function wordsOf(node: Node): string {
  return [...node.childNodes].map(toWords).join('')
}

function toWords(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? ''
  if (!(node instanceof Element) || node.matches(NOT_SAID)) return ''
  const name = node.localName
  const heading = /^h([1-6])$/.exec(name)
  if (heading !== null) return block(`${'#'.repeat(Number(heading[1]))} ${wordsOf(node).trim()}`)
  const isSource = name === 'pre' || name === 'ul' || name === 'ol' || name === 'table' || name === 'math'
  return MARKS[name]?.(node, isSource ? (node.textContent ?? '') : wordsOf(node)) ?? wordsOf(node)
}

function block(words: string): string {
  return words.trim() === '' ? '' : `${EDGE}${words.replace(/^\n+|\s+$/g, '')}${EDGE}`
}

function wrap(words: string, mark: string): string {
  return words.trim() === '' ? words : words.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`)
}

function quote(words: string): string {
  return tidy(words).replace(/^/gm, '> ').replace(/ +$/gm, '')
}

/** More backticks than the words have in a row. */
function ticks(words: string, least: number): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length))
  return '`'.repeat(Math.max(least, longest + 1))
}

function inlineCode(words: string): string {
  if (words === '') return ''
  const mark = ticks(words, 1)
  return words.includes('`') ? `${mark} ${words} ${mark}` : `${mark}${words}${mark}`
}

function fence(element: Element): string {
  const words = (element.textContent ?? '').replace(/\n$/, '')
  const mark = ticks(words, 3)
  return `${mark}\n${words}\n${mark}`
}

function link(element: Element, words: string): string {
  const address = element.getAttribute('href') ?? ''
  if (address.startsWith('#') || words.trim() === '') return words
  return words === address ? `<${address}>` : `[${words}](${address})`
}

function items(list: Element, mark: (index: number) => string): string {
  const entries = [...list.children].filter(({ localName }) => localName === 'li')
  return entries
    .map(
      (item, index) =>
        mark(index) + tidy(wordsOf(item)).replace(/\n(?=.)/g, `\n${' '.repeat(mark(index).length)}`),
    )
    .join('\n')
}

function table(element: Element): string {
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) =>
      tidy(wordsOf(cell)).replace(/\\\n/g, '<br>').replace(/\n+/g, ' ').replace(/\|/g, '\\|'),
    ),
  )
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}

function formula(element: Element, words: string): string {
  const source = element.querySelector('annotation')?.textContent ?? words
  return element.getAttribute('display') === 'block' ? block(`$$\n${source}\n$$`) : `$${source}$`
}

function tidy(markdown: string): string {
  return markdown.replace(BETWEEN_BLOCKS, '\n\n').replace(/^\n+|\s+$/g, '')
}
