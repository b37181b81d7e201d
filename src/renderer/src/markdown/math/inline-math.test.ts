import { describe, expect, it } from 'vitest'

import { parser } from '../parser'

function formulasOf(text: string): readonly string[] {
  const tokens = parser.parseInline(text, {})[0]?.children ?? []
  return tokens.filter(({ type }) => type === 'math_inline').map(({ content }) => content)
}

describe('readInlineMath', () => {
  it.each([
    '$5 and $10',
    'US$5',
    '$5-$10',
    '$5–$10',
    'costs $5 (or $6)',
    '5$ or 10$',
    'from $5 to 10$',
    '$5/month, or 50$ a year',
    '$1,000.50 and $2M',
    'I have $5. You owe me 3$.',
    '**$5** and **$6**',
    '値段は$5から10$です',
    'HK$100 and A$7, $20',
    '$HOME/$USER and $PATH',
    'set $HOME to the value of HOME$',
    '\\$x\\$',
    '`$x$`',
    '$ x $',
    '$x\n$',
    '$$',
    '\\[1\\] and \\[the guide\\](/u)',
    '\\(see below for more\\)',
  ])('finds no formula in %j', (text) => {
    expect(formulasOf(text)).toEqual([])
  })

  it.each([
    ['$x$', ['x']],
    ['$5x + 3$ and $10^{-3}$', ['5x + 3', '10^{-3}']],
    ['the $n$th of $n$-many ($a$, $b$)', ['n', 'n', 'a', 'b']],
    ['costs $5, where $x$ is $5!$', ['x', '5!']],
    ['式$x$は$y = 2$である', ['x', 'y = 2']],
    ['$a\\$b$', ['a\\$b']],
    ['**$x$** [$y$](/u)', ['x', 'y']],
    ['$x \\text{ for all of } y$', ['x \\text{ for all of } y']],
    ['so $$ x = 1 $$ and \\(y\\) and \\[z^2\\].', ['x = 1', 'y', 'z^2']],
  ])('finds in %j the formulas %j', (text, formulas) => {
    expect(formulasOf(text)).toEqual(formulas)
  })
})
