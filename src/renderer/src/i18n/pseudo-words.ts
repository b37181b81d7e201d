import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'

import { en } from './en'
import type { Words } from './words'

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ú',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  E: 'É',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Û',
}

/** Shorter words grow more in translation than longer ones; these are IBM's figures for English, as the W3C hands them on. */
const GROWTH = [
  { upTo: 10, more: 1 },
  { upTo: 20, more: 0.8 },
  { upTo: 30, more: 0.6 },
  { upTo: 50, more: 0.4 },
  { upTo: Infinity, more: 0.3 },
]

/** What every text of the pseudo-locale begins with. */
export const PSEUDO_MARK = '⟦'

/**
 * English words with accents, as long as a translation may become, in brackets: a text that is cut off lacks its closing
 * bracket, and a text without brackets was never given to the translators.
 */
export function toPseudoWords(words: Words = en): Words {
  return mapTexts(words, toPseudo)
}

/** One ICU message; what stands in braces stays what it is. */
export function toPseudo(message: string): string {
  const elements = parse(message)
  const missing = '·'.repeat(growthOf(lengthOf(elements)))
  return `${PSEUDO_MARK}${printAST(elements.map(accent))}${missing}⟧`
}

function accent(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) {
    return { ...element, value: element.value.replaceAll(/\p{L}/gu, (letter) => ACCENTED[letter] ?? letter) }
  }
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return element
  const options = Object.entries(element.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map(accent) },
  ])
  return { ...element, options: Object.fromEntries(options) as typeof element.options }
}

/** Of the longest text that it can become, without what is filled in. */
function lengthOf(elements: readonly MessageFormatElement[]): number {
  return elements.reduce((length, element) => {
    if (element.type === TYPE.literal) return length + element.value.length
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return length
    return length + Math.max(...Object.values(element.options).map(({ value }) => lengthOf(value)))
  }, 0)
}

function growthOf(length: number): number {
  const more = GROWTH.find(({ upTo }) => length <= upTo)?.more ?? 0
  return Math.round(length * more)
}

function mapTexts<Tree>(tree: Tree, map: (text: string) => string): Tree {
  if (typeof tree === 'string') return map(tree) as Tree
  const entries = Object.entries(tree as object).map(([key, value]) => [key, mapTexts(value as unknown, map)])
  return Object.fromEntries(entries) as Tree
}
