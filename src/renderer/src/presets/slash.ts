import { foldText } from '#shared/fold-text'
import type { Preset } from '#shared/preset'

/** More is no beginning of a name. */
const LONGEST_QUERY = 40
/** A slash at the beginning of a word, full width too, and what is written after it. */
const SLASH = /\s[/／]([^\s/／]*)$/

export interface Slash {
  /** Where the slash stands, in UTF-16 units. */
  readonly from: number
  /** What was written after it, up to the caret. */
  readonly query: string
}

export function slashAt(text: string, caret: number): Slash | undefined {
  const begins = caret - LONGEST_QUERY - 2
  // A message may be very long; before its first word there is as good as a space.
  const near = begins > 0 ? text.slice(begins, caret) : ` ${text.slice(0, caret)}`
  const query = SLASH.exec(near)?.[1]
  return query === undefined ? undefined : { from: caret - query.length - 1, query }
}

/** Those whose name begins so, then those that have it within; each in the order in which they are given. */
export function matchPresets(query: string, presets: readonly Preset[]): readonly Preset[] {
  const wanted = foldText(query.normalize('NFKC'))
  const placed = presets.map((preset) => ({ preset, place: foldText(preset.name).indexOf(wanted) }))
  return [...placed.filter(({ place }) => place === 0), ...placed.filter(({ place }) => place > 0)].map(
    ({ preset }) => preset,
  )
}
