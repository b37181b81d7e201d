import { z } from 'zod'

import { LONGEST_PRESET_NAME, LONGEST_PRESET_TEXT, type Preset } from '../preset'

const id = z.uuid()

/** What a preset must be, wherever it comes from. */
export const presetFields = {
  /** One line, with something to read in it. */
  name: z
    .string()
    .max(LONGEST_PRESET_NAME)
    .regex(/^[^\p{Cc}\u2028\u2029]*\S[^\p{Cc}\u2028\u2029]*$/u),
  text: z.string().min(1).max(LONGEST_PRESET_TEXT),
}

export const presetRequests = {
  /** All of them, in no order. The asker is told from then on when they are others. */
  readPresets: z.strictObject({}),
  /** Adds these, or changes those that are there. All, or none when the disk refuses. */
  keepPresets: z.strictObject({
    presets: z
      .array(z.strictObject({ id, ...presetFields }))
      .min(1)
      .max(2_000),
  }),
  deletePreset: z.strictObject({ id }),
}

export interface PresetAnswers {
  readPresets: { readonly presets: readonly Preset[] }
  keepPresets: void
  deletePreset: void
}

export interface PresetEvents {
  /** All that there are now. */
  presets: { readonly presets: readonly Preset[] }
}
