import type { ModelParameters, ThinkingLevel } from '#shared/parameters'

import { present } from '../present'

/** The parameters as the constructors of LangChain's OpenAI classes take them. */
export function toOpenAiFields(parameters: ModelParameters = {}) {
  const { temperature, topP, maxOutputTokens, stopSequences, thinkingLevel, seed } = parameters
  return {
    ...present({ temperature, topP, maxTokens: maxOutputTokens }),
    ...(stopSequences !== undefined && { stop: [...stopSequences] }),
    ...(thinkingLevel !== undefined && { reasoning: { effort: toEffort(thinkingLevel) } }),
    // The classes know it for a call only.
    ...(seed !== undefined && { modelKwargs: { seed } }),
  }
}

/** OpenAI has no `max`. */
function toEffort(level: ThinkingLevel): Exclude<ThinkingLevel, 'max'> {
  return level === 'max' ? 'xhigh' : level
}
