import { describe, expect, it } from 'vitest'

import { completeWords, wordEnd } from './line-breaks'

describe('wordEnd', () => {
  /** `^` stands where the reader is; what is laid out beyond it is returned. */
  function rest(marked: string): string {
    const at = marked.indexOf('^')
    const text = marked.replace('^', '')
    return text.slice(at, wordEnd(text, at))
  }

  it.each([
    ['an under^standing word', 'standing'],
    ['a word^ ends', ''],
    ['a ^word', ''],
    ['the e^nd', 'nd'],
    ['(so), he s^aid).” Then', 'aid).”'],
    ['a **bo^ld**, word', 'ld**,'],
    ['a^*流れ', '*流'],
    ['see [the pa^ge](https://example.com/a), too', 'ge](https://example.com/a),'],
    ['a `co^de`.', 'de`.'],
    ['well-kn^own-so', 'own-'],
    ['it costs U^S$5', 'S'],
    ['流れ^は', ''],
    ['流れる^。川', '。'],
    ['言^っ', 'っ'],
    ['「^流れ」', '流'],
    ['Sun^setは', 'set'],
    ['a 👩‍💻^👩‍💻', ''],
  ])('of %j is %j', (marked, expected) => {
    expect(rest(marked)).toBe(expected)
  })

  it('goes no further than any word does', () => {
    expect(wordEnd(`a${'b'.repeat(500)}`, 1)).toBe(49)
  })
})

describe('completeWords', () => {
  it.each([
    ['one tw', 'one '],
    ['one two ', 'one two '],
    ['one', 'one'],
    ['one\ntw', 'one\ntw'],
    ['流れは', '流れ'],
    ['流れた。', '流れ'],
    ['a **bo', 'a '],
  ])('of %j are %j', (text, complete) => {
    expect(text.slice(0, completeWords(text))).toBe(complete)
  })

  it('are all of them where there are no words', () => {
    expect(completeWords('x'.repeat(500))).toBe(500)
  })
})
