import { describe, expect, it } from 'vitest'

import { quietEnd } from './quiet-end'
import { ANSWERS } from './testing/answers'
import { measureCalm } from './testing/measure-calm'
import { everyCut, stream } from './testing/stream'
import { textOf } from './testing/text-of'

const CALM = {
  emphasis: 'A **bold** word, an *italic* one, a ***both*** and a ~~struck~~ one.\n\nNext',
  code: 'Call `read()` and ``a `b` c`` now.\n\nNext',
  links: 'See [the guide](https://example.com/a_(b) "title") and [1] and <https://example.com> here.\n\nNext',
  image: 'Look: ![a river](https://example.com/r.png) flows!\n\nNext',
  'list items': 'Choose:\n\n- one\n- **two**: text\n  - inner\n\n1. first\n2. second\n\nNext',
  tasks: '- [ ] open\n- [x] done\n\nNext',
  table: 'Values:\n\n| a | **b** |\n|---|:-:|\n| 1 | `2` |\n| 3 | 4 |\n\nNext',
  'table of several lines': '| a<br>b | c |\n|---|---|\n| **x<br/>y** | z<br />w |\n\nNext',
  fence: 'Run:\n\n```typescript title="a.ts"\nconst a = `x`\n- b\n| c |\n```\n\nNext',
  rule: 'Above\n\n---\n\nBelow\n\n* * *\n\nNext',
  headings: '# One\n\n## Two **bold**\n\nText\n\nNext',
  definition: 'Text goes.\n\nThen\n\n[b]: https://example.com "title"\n\nNext',
  numbers: '1986 was long ago.\n\n3.14 is a number, 2 * 3 = 6 and a_b_c stay.\n\nNext',
  entities: 'Salt &amp; pepper, AT&T, a < b and <kbd>.\n\nNext',
  money: 'It costs $5 and $10, US$5, $5-$10, $5 (or $6), 5$ or $1,000.50 in all; $HOME is no $PATH.\n\nNext',
  math: 'Let $x^2$ and $a_1 + b$, then \\(f(x)\\) and $$y = 1$$ or \\[z = 2\\] **hold**.\n\nNext',
  'Japanese math': '式$x$は$y = 2$である。値段は$5です。\n\n次',
  'blocks of math': 'Thus:\n\n$$\na + b\n= c\n- d\n$$\n\n$$x = 1$$\n\n\\[\ny\n\\]\n\n$$z =\n2$$\n\nNext',
  footnotes: 'Said[^1] and[^note] so.\n\n[^1]: One **note**.\n[^note]: Another\n\n    with more.\n\nNext',
  abbreviations:
    'The HTML page.\n\n*[HTML]: Hyper Text\n*[CSS]: Style\n\nThen *[this](https://example.com)* and CSS.\n\nNext',
  alerts: '> [!NOTE]\n> Mind the **gap**.\n\n> [!WARNING]\n> And\n> the step.\n\nNext',
  quote: '> A **quoted** word\n> and `more`\n\nNext',
  Japanese: '**流れ**は「速い」。*橋*は動かない。\n\n次',
} as const

describe('a text that arrives character by character', () => {
  it.each(Object.entries(CALM))('never takes back what it has shown of %s', (_name, text) => {
    expect(measureCalm(stream(text, everyCut(text.length, 1)))).toEqual({ shrunk: [], turned: [] })
  })

  it('is taken back in one long answer of many: the one with an opener that never closes', () => {
    const answers = Object.entries(ANSWERS).map(([name, toText]) => {
      const text = toText(400)
      const { shrunk, turned } = measureCalm(stream(text, everyCut(text.length, 1)))
      return { name, characters: text.length, shrunk: shrunk.length, turned: turned.length }
    })
    const sum = (key: 'characters' | 'shrunk' | 'turned') =>
      answers.reduce((total, answer) => total + answer[key], 0)
    const calm = { shrunk: sum('shrunk'), turned: sum('turned') }
    const counted = { answers: answers.length, characters: sum('characters'), ...calm }
    process.stdout.write(`Calm: ${JSON.stringify(counted)}\n`)
    expect(calm).toEqual({ shrunk: 1, turned: 0 })
    expect(answers.find(({ shrunk }) => shrunk > 0)?.name).toBe('an opener that never closes')
  })

  it('turns a paragraph into a heading once when the line below says so', () => {
    const text = 'Title\n---\n\nNext'
    expect(measureCalm(stream(text, everyCut(text.length, 1)))).toEqual({
      shrunk: [],
      turned: ['paragraph to heading: Title'],
    })
  })

  it.each([
    ['**bo', 'bo'],
    ['a [te', 'a te'],
    ['a [text](https://exa', 'a text'],
    ['a ![alt](https://exa', 'a '],
    ['a `co', 'a co'],
    ['word *', 'word '],
    ['**bold*', 'bold'],
    ['2 * 3', '2 * 3'],
  ])('shows of %j no more than %j', (text, shown) => {
    const [step] = stream(text, [text.length])
    expect(step?.blocks.flat().map(textOf)).toEqual([shown])
  })
})

describe('quietEnd', () => {
  it.each([
    '-',
    '- ',
    '--',
    '* *',
    '#',
    '## ',
    '1',
    '12.',
    '```',
    '```js',
    '| a | b |',
    '- [',
    '- [x]',
    '[a]: /u',
    '=',
    '>',
  ])('keeps %j back behind a complete line, until it means something', (line) => {
    expect(quietEnd(`text\n${line}`, false)).toBe(5)
  })

  it('keeps the head of a table back until its second line is complete', () => {
    expect(quietEnd('| a |\n|--', false)).toBe(0)
    expect(quietEnd('| a |\n|--|\n', false)).toBe(11)
  })

  it('keeps nothing back in a fence but its end', () => {
    expect([quietEnd('```\n- ', true), quietEnd('```\n``', true)]).toEqual([6, 4])
  })

  it('never cuts between the halves of a character or of a line break', () => {
    expect([quietEnd('a\uD83D', false), quietEnd('a\r', false)]).toEqual([1, 1])
  })
})
