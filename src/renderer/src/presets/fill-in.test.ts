import { describe, expect, it } from 'vitest'

import { fillIn, variablesIn } from './fill-in'

describe('the variables of a prompt', () => {
  it.each([
    ['nothing', 'Plain { words } {{}} {{ }} {{', []],
    ['a name, with spaces around it', 'Say {{ word }}.', [{ name: 'word', usual: '' }]],
    ['a name in Japanese, with a usual value', '{{言語=英語}}に', [{ name: '言語', usual: '英語' }]],
    [
      'a name of several words',
      '{{tone of voice = calm, kind }}',
      [{ name: 'tone of voice', usual: 'calm, kind' }],
    ],
    [
      'each once, with the first value that is given',
      '{{a}} {{b=1}} {{a=2}} {{b=3}}',
      [
        { name: 'a', usual: '2' },
        { name: 'b', usual: '1' },
      ],
    ],
  ])('are %s', (_, text, variables) => {
    expect(variablesIn(text)).toEqual(variables)
  })

  it('are put in everywhere, as they are: no value is read again', () => {
    const values = new Map([
      ['a', '$& {{b}}'],
      ['b', ''],
    ])
    expect(fillIn('{{a}}|{{ b = usual }}|{{c}}|{{a=x}}', values)).toBe('$& {{b}}||{{c}}|$& {{b}}')
  })

  it('are looked for in linear time: a search that is not would not come to an end here', () => {
    const hostile = ('{{'.repeat(50_000) + ' '.repeat(50_000) + 'a '.repeat(50_000)).repeat(10)
    expect(variablesIn(hostile)).toEqual([])
  })
})
