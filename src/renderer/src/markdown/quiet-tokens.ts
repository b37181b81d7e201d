import type { Env, Token } from 'markdown-it'

import { OPEN_MATH } from './math/inline-math'
import { closersOf, hasOpener, withoutOpeners } from './opener'
import { parser } from './parser'

/** What has been written of a link, an image, an address, an entity or an escape, and what is shown of it so far. */
const HALVES: readonly (readonly [RegExp, string])[] = [
  [/\\$/, ''],
  [/&[#a-z\d]{0,31}$/i, ''],
  [/<(?:[a-z/][^\s<>]*|br *\/?)?$/i, ''],
  [/!\[[^\]]*(?:\](?:\([^)]*)?)?$/, ''],
  [/(?<!\S)(?:!|[*_~]+)$/, ''],
  [/(?<=\])\[[^\]]*\]?$/, ''],
  [/(?<!\\)\[(?:\^[^\s[\]]*|[\dx ]*)\]?$/i, ''],
  [/^\[![a-z]*$/i, ''],
  [/(?<!\\)\[(?!\^|![a-z]+\]$)([^[\]]*)(?:\](?:\((?:[^()]|\([^()]*\))*(?:\([^()]*)?)?)?$/i, '$1'],
]

/**
 * The tokens of a text that may go on in the middle of a word: half-written marks stay out of sight, and what they have
 * opened is drawn as if they were closed already, so that no word changes its width when they are.
 */
export function quietTokens(content: string, env: Env): readonly Token[] {
  const code = findOpenCode(content)
  const before = HALVES.reduce((rest, [half, shown]) => rest.replace(half, shown), content.slice(0, code))
  const text = withoutOpenMath(before + closeCode(content.slice(code)), env)
  const tokens = tokenize(text, env)
  if (!tokens.some(hasOpener)) return tokens
  const open = text.replace(/[*_~]+$/, '')
  const quiet = open === text ? tokens : tokenize(open, env)
  const closed = tokenize(open.trimEnd() + closersOf(quiet), env)
  if (!closed.some(hasOpener)) return closed
  for (const token of quiet) {
    if (token.type === 'text') token.content = withoutOpeners(token.content)
  }
  return quiet
}

/** What has been written of a piece of code, as if the run of backticks that opens it had come once more. */
function closeCode(half: string): string {
  const [run = ''] = /^`+/.exec(half) ?? []
  const code = half.slice(run.length).replace(/`+$/, '')
  // Of a code that begins with a space, the closing run has one before it as well: both are left out.
  return code.trim() === '' ? '' : run + code.replace(/^ (?=.*[^ ]$)/s, '') + run
}

/** Without the core rules, which would join an escaped mark to the text around it. */
function tokenize(content: string, env: Env): readonly Token[] {
  const tokens: Token[] = []
  parser.inline.parse(content, parser, env, tokens)
  return tokens
}

/** A formula appears whole: until it is, nothing of it and of what stands behind it is shown. */
function withoutOpenMath(text: string, env: Env): string {
  if (!/\$|\\[([]/.test(text)) return text
  const watched: Env = { ...env, [OPEN_MATH]: undefined }
  tokenize(text, watched)
  const open = watched[OPEN_MATH]
  return typeof open === 'number' ? text.slice(0, open) : text
}

/** A run of backticks with the run that closes it, when there is one. */
const BACKTICKS = /(?<![\\`])(`+)(?!`)(?:[\s\S]*?(?<!`)\1(?!`))?/g

function findOpenCode(content: string): number {
  for (const { 0: span, 1: run, index } of content.matchAll(BACKTICKS)) if (span === run) return index
  return content.length
}
