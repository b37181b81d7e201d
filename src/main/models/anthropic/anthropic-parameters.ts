import type { ModelParameters, ThinkingLevel } from '#shared/parameters'

import { present } from '../present'

/** The room that an answer has beside a budget of thoughts, which counts as output. In tokens. */
const ROOM_TO_ANSWER = 8192

/**
 * The parameters as ChatAnthropic takes them. Anthropic wants to be told a limit in any case, and one above the budget of
 * thoughts: one that is not is taken for the answer alone.
 */
export function toAnthropicFields(parameters: ModelParameters = {}, outputLimit: number) {
  const { temperature, topP, maxOutputTokens, stopSequences, thinkingLevel, thinkingBudget } = parameters
  const budget = thinkingBudget ?? 0
  const limit = maxOutputTokens ?? Math.max(outputLimit, budget + ROOM_TO_ANSWER)
  return {
    maxTokens: limit > budget ? limit : budget + limit,
    ...present({ temperature, topP }),
    ...(stopSequences !== undefined && { stopSequences: [...stopSequences] }),
    ...(thinkingBudget !== undefined && {
      thinking: { type: 'enabled', budget_tokens: thinkingBudget } as const,
    }),
    ...(thinkingLevel !== undefined && {
      thinking: { type: 'adaptive' } as const,
      outputConfig: { effort: toEffort(thinkingLevel) },
    }),
  }
}

/** Claude's least effort is a low one. */
function toEffort(level: ThinkingLevel): Exclude<ThinkingLevel, 'none' | 'minimal'> {
  return level === 'none' || level === 'minimal' ? 'low' : level
}
