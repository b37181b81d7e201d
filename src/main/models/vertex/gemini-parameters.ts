import type { ModelParameters } from '#shared/parameters'

import { present } from '../present'

/** The kinds of harm that Gemini weighs. */
const HARMS = [
  'HARM_CATEGORY_HARASSMENT',
  'HARM_CATEGORY_HATE_SPEECH',
  'HARM_CATEGORY_SEXUALLY_EXPLICIT',
  'HARM_CATEGORY_DANGEROUS_CONTENT',
] as const

/** What of the parameters ChatVertexAI takes; how to think it is told by its client. */
export function toGeminiFields(parameters: ModelParameters = {}) {
  const { temperature, topP, maxOutputTokens, stopSequences, safety, seed } = parameters
  return {
    ...present({ temperature, topP, maxOutputTokens, seed }),
    ...(stopSequences !== undefined && { stopSequences: [...stopSequences] }),
    ...(safety !== undefined && {
      safetySettings: HARMS.map((category) => ({ category, threshold: safety })),
    }),
  }
}

/** Gemini's `thinkingConfig`; undefined when there is nothing to say. */
export function toThinkingConfig(
  parameters: ModelParameters = {},
  includeThoughts: boolean,
): object | undefined {
  const { thinkingLevel, thinkingBudget } = parameters
  const config = {
    ...(thinkingLevel !== undefined && { thinkingLevel: thinkingLevel.toUpperCase() }),
    ...(thinkingBudget !== undefined && { thinkingBudget }),
    // Without a thought there is none to be told of.
    ...(includeThoughts && thinkingBudget !== 0 && { includeThoughts: true }),
  }
  return Object.keys(config).length === 0 ? undefined : config
}
