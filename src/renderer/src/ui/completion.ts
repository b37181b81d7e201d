import { createContext } from 'react'

/** Words that may be put where the reader is writing. */
export interface Suggestion {
  readonly key: string
  readonly title: string
  /** The beginning of the words, in one line. */
  readonly detail: string
}

export interface Suggestions {
  /** Where the text begins that a choice replaces; it ends at the caret. In UTF-16 units. */
  readonly from: number
  /** At least one. */
  readonly items: readonly Suggestion[]
}

/** What a text field may offer while the reader writes. The field and whoever offers it do not know each other. */
export interface Completion {
  /** Undefined when there is nothing to offer at this caret. */
  suggest(text: string, caret: number): Suggestions | undefined
  /** The words to be put there; undefined when the reader thought better of it. */
  take(key: string): Promise<string | undefined>
}

/** Undefined where nobody offers anything. */
export const CompletionContext = createContext<Completion | undefined>(undefined)
