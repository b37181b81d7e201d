/** A value as it is read: the number large, its unit small. */
export interface Measure {
  readonly number: string
  readonly unit: string
}

const NOT_KNOWN: Measure = { number: '–', unit: '' }

/** Below one second in milliseconds, above in seconds; three digits say enough. */
export function toDuration(ms: number | undefined, locale: string): Measure {
  if (ms === undefined) return NOT_KNOWN
  const isShort = Math.abs(ms) < 999.5
  const parts = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    unitDisplay: 'narrow',
    maximumSignificantDigits: 3,
    roundingPriority: 'morePrecision',
    maximumFractionDigits: 0,
  }).formatToParts(isShort ? ms : ms / 1_000)
  const [number, unit] = [
    parts.filter(({ type }) => !isUnit(type)),
    parts.filter(({ type }) => type === 'unit'),
  ]
  return { number: join(number).trim(), unit: join(unit) }
}

/** Three digits below a thousand, all of them above: 8.25, 82.5, 8,250. */
export function toAmount(amount: number | undefined, locale: string): Measure {
  if (amount === undefined) return NOT_KNOWN
  const number = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 3,
    maximumFractionDigits: 0,
    roundingPriority: 'morePrecision',
  }).format(amount)
  return { number, unit: '' }
}

/** Both halves in one line. */
export function toPlain({ number, unit }: Measure): string {
  return unit === '' ? number : `${number} ${unit}`
}

function isUnit(type: string): boolean {
  return type === 'unit'
}

function join(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.map(({ value }) => value).join('')
}
