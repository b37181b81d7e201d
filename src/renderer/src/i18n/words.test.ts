import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, it } from 'vitest'

import { en } from './en'
import { ja } from './ja'
import { toLocale } from './locale'

/** Each language is called by its own name. */
const SAME_IN_BOTH = ['English', '日本語', 'HTML', 'PDF', 'Markdown']

type Tree = { readonly [key: string]: string | Tree }

/** Each text by its path. */
function flatten(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flatten(value, `${path}${key}.`),
  )
}

/** The names that a text asks for. */
function argumentsOf(text: string): readonly string[] {
  return [...new Set(parse(text).flatMap(namesIn))].sort()
}

function namesIn(element: MessageFormatElement): readonly string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return []
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value]
  const within = Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))
  return [element.value, ...within]
}

it('asks for the same arguments in both languages', () => {
  const toArguments = (tree: Tree) =>
    Object.fromEntries(flatten(tree).map(([path, text]) => [path, argumentsOf(text)]))
  expect(toArguments(ja)).toEqual(toArguments(en))
})

it('leaves no sentence in English by mistake', () => {
  const english = new Map(flatten(en))
  const same = flatten(ja).filter(([path, text]) => english.get(path) === text)
  expect(same.filter(([, text]) => !SAME_IN_BOTH.includes(text))).toEqual([])
})

it.each([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['jam', 'en'],
  ['de-CH', 'en'],
])('speaks to a reader of %s in %s', (language, locale) => {
  expect(toLocale(language)).toBe(locale)
})
