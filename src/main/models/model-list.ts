/**
 * The models that the picker offers, and nowhere else in the code: providers retire them several times a year.
 * Each was on its provider's list on the date below. The first of a provider is the default.
 */
export const MODEL_LIST = {
  date: '2026-11-22',
  source: 'https://cloud.google.com/vertex-ai/generative-ai/docs/models',
  vertex: [
    { name: 'gemini-3.5-flash', title: 'Gemini 3.5 Flash', thinks: true },
    { name: 'gemini-3.5-flash-lite', title: 'Gemini 3.5 Flash-Lite', thinks: false },
    { name: 'gemini-3.1-pro-preview', title: 'Gemini 3.1 Pro (preview)', thinks: true },
    { name: 'gemini-3.1-flash-lite', title: 'Gemini 3.1 Flash-Lite', thinks: false },
  ],
} as const satisfies ModelList

interface ModelList {
  /** When the list was last compared with the source. */
  readonly date: string
  readonly source: string
  readonly vertex: readonly ListedModel[]
}

export interface ListedModel {
  /** As it stands in the provider's URL. */
  readonly name: string
  readonly title: string
  /** Thinks without being asked to, so its thoughts can be asked for. Others refuse the question. */
  readonly thinks: boolean
}
