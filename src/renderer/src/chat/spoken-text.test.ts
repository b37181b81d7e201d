import { expect, it } from 'vitest'

import { spokenText } from './spoken-text'

it('reads the words and leaves the marks out', () => {
  const markdown = [
    '## How it *goes*',
    '',
    '- one **strike**',
    '- see [the rules](https://example.com)',
    '',
    '| Who | No. |',
    '| :-- | --: |',
    '| Pitcher | 1 |',
    '',
    '> It is over.',
    '',
    '```sh',
    'run_it --now',
    '```',
  ].join('\n')
  expect(spokenText(markdown)).toBe(
    [
      'How it goes',
      'one strike',
      'see the rules',
      'Who, No.',
      'Pitcher, 1',
      'It is over.',
      'run_it --now',
    ].join('\n'),
  )
})

it('reads the lines of a cell as words', () => {
  expect(spokenText('| Pitcher | throws<br>and catches |')).toBe('Pitcher, throws and catches')
})

it('leaves a bar that parts no cells', () => {
  const text = 'Run `cat a.txt | sort`, or read {流|なが}れ.'
  expect(spokenText(text)).toBe('Run cat a.txt | sort, or read {流|なが}れ.')
})

it('leaves a calculation as it is', () => {
  expect(spokenText('2 * 3 * 4 = 24 - 0')).toBe('2 * 3 * 4 = 24 - 0')
})

it('leaves the underscores inside a name, and takes those around a word away', () => {
  expect(spokenText('the _pitcher_ calls snake_case_name and __init__')).toBe(
    'the pitcher calls snake_case_name and _init_',
  )
})
