import { z } from 'zod'

export const spellingRequests = {
  /** How the checking of spelling stands, followed from then on. */
  readSpelling: z.strictObject({}),
}

export interface SpellingAnswers {
  readSpelling: SpellingState
}

export interface SpellingEvents {
  spelling: SpellingState
}

export interface SpellingState {
  /** Whether a dictionary is wanted and could not be downloaded. */
  readonly isMissing: boolean
}
