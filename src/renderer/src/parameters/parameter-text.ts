import type { ModelParameters, NumberRange, ParameterRules } from '#shared/parameters'

/** The parameters that are numbers. */
const NUMBERS = ['temperature', 'topP', 'maxOutputTokens', 'thinkingBudget', 'seed'] as const
export type NumberName = (typeof NUMBERS)[number]

/** These have decimals; the others count something. */
const DECIMAL: readonly NumberName[] = ['temperature', 'topP']

export type NumberProblem = 'number' | 'whole'

/** What was typed as a number; an empty field is no wish. Full-width digits are digits. */
export function readNumber(
  name: NumberName,
  text: string,
  range: NumberRange,
): { readonly value: number | undefined } | { readonly problem: NumberProblem } {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return { value: undefined }
  const value = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN
  if (Number.isNaN(value) || value < range.least || value > range.most) return { problem: 'number' }
  if (!DECIMAL.includes(name) && !Number.isInteger(value)) return { problem: 'whole' }
  return { value }
}

/** One sequence a line, in which `\n` and `\t` stand for what they are. */
export function readStops(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(/\\([nt\\])/g, (_, sign: 'n' | 't' | '\\') => SIGNS[sign]))
}

const SIGNS = { n: '\n', t: '\t', '\\': '\\' } as const

export function writeStops(sequences: readonly string[] = []): string {
  return sequences
    .map((sequence) => sequence.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t'))
    .join('\n')
}

/** The numbers that a model is asked for, in the order in which they are shown. */
export function numbersOf(
  rules: ParameterRules,
  { thinkingBudget }: ModelParameters,
): readonly (readonly [name: NumberName, range: NumberRange])[] {
  return NUMBERS.flatMap((name) => {
    const range = rules[name]
    const isOut = thinkingBudget !== undefined && rules.withoutBudget?.includes(name) === true
    return range === undefined || isOut ? [] : [[name, range] as const]
  })
}
