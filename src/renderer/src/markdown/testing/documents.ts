import fc from 'fast-check'

const WORDS = [
  'river',
  'a',
  'snake_case',
  '5',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '](',
  ')',
  '!',
  '<',
  '>',
  '|',
  '\\',
  '&amp;',
  ':',
  'https://example.com/a',
  '<https://example.com>',
  '**bold**',
  '*it*',
  '`code`',
  '[link](/u)',
  '[foo]',
  '[foo][bar]',
  '![i](/p.png)',
  '流れ',
  '日本語の文章です。',
  '"',
  "'",
  '(',
  '#',
  '-',
  '+',
  '1.',
  '=',
  '😀',
  '  ',
  '\t',
]

const LEADS = [
  '',
  '',
  '',
  '',
  '- ',
  '  - ',
  '    - ',
  '* ',
  '1. ',
  '2) ',
  '   ',
  '    ',
  '> ',
  '>',
  '# ',
  '## ',
  '\t',
  '- [ ] ',
  '  ',
  '> - ',
  '- > ',
  '- - ',
  '10. ',
]

const LINES = [
  '',
  '',
  '',
  '---',
  '***',
  '===',
  '```',
  '```ts',
  '~~~',
  '````',
  '| a | b |',
  '|---|:-:|',
  '--|--',
  'a | b',
  '| 1 |',
  '[foo]: /url',
  '[bar]: <b> "t"',
  '[foo]:',
  '/url',
  '"title"',
  '"title',
  'title"',
  '-',
  '1.',
  '[a',
  'b]: /x',
  '<div>',
  '    code',
  '- [foo]: /in-list',
  '* * *',
  '- -',
  '\\',
]

const line = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...LINES) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...LEADS),
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', ' ', ''),
      )
      .map(([lead, words, gap]) => lead + words.join(gap)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...LEADS), fc.array(fc.constantFrom(...WORDS), { minLength: 25, maxLength: 60 }))
      .map(([lead, words]) => lead + words.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...LEADS), fc.constantFrom(...LINES))
      .map(([lead, rest]) => lead + rest),
  },
)

/** Lines that are likely to mean something to each other, whatever their order. */
export const someMarkdown = fc
  .tuple(fc.array(line, { maxLength: 24 }), fc.constantFrom('\n', '\n', '\n', '\r\n'))
  .map(([lines, ending]) => lines.join(ending))

/** A document and where it is cut on its way. */
export const someStream = someMarkdown.chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc.oneof(
      fc.constant(Array.from({ length: text.length }, (_, index) => index + 1)),
      fc.array(fc.nat(text.length), { maxLength: 40 }).map((cuts) => cuts.toSorted((a, b) => a - b)),
    ),
  ),
)
