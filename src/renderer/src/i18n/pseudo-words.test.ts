// cspell:ignore héré šéñd
import { expect, it } from 'vitest'
import { createTranslator } from 'use-intl/core'

import { en } from './en'
import { toPseudo, toPseudoWords } from './pseudo-words'

function say(message: string, values: Record<string, string | number>): string {
  const translate = createTranslator({ locale: 'en', messages: { said: message } })
  return translate('said', values)
}

it('accents what is said and leaves alone what is filled in, in every branch of a plural', () => {
  const pseudo = toPseudo('{count, plural, =0 {No one} one {# is {name}} other {# are {name}}} here')
  expect([0, 1, 2].map((count) => say(pseudo, { count, name: 'Anne' }))).toEqual([
    expect.stringMatching(/^⟦Ñó óñé héré·+⟧$/),
    expect.stringMatching(/^⟦1 íš Anne héré·+⟧$/),
    expect.stringMatching(/^⟦2 áré Anne héré·+⟧$/),
  ])
})

it('doubles what is short, and lengthens what is long by a third', () => {
  expect(toPseudo('Send')).toBe('⟦Šéñd····⟧')
  const long = 'x'.repeat(100)
  expect(toPseudo(long)).toHaveLength(132)
})

it('does it to every text of the app, and each can still be said', () => {
  const texts: string[] = []
  JSON.stringify(toPseudoWords(), (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  const count = JSON.stringify(en).match(/":"/g)?.length
  expect(texts).toHaveLength(count ?? 0)
  expect(texts.filter((text) => !/^⟦.*⟧$/su.test(text))).toEqual([])
})
