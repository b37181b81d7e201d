/** A prompt that is kept to be used again. */
export interface Preset {
  /** A UUID. */
  readonly id: string
  /** One line, found by `/` in the message field. */
  readonly name: string
  /** What is put in the message; `{{name}}` and `{{name=usual value}}` in it are filled in before. */
  readonly text: string
}

/** In UTF-16 units. */
export const LONGEST_PRESET_NAME = 80
export const LONGEST_PRESET_TEXT = 200_000
