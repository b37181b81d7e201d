import type { ModelParameters, ThinkingLevel } from '#shared/parameters'

import { present } from '../present'

/** The room that an answer has beside a budget of thoughts, which counts as output. In tokens. */
const ROOM_TO_ANSWER = 8192

/** The parameters as ChatAnthropic takes them. Anthropic wants to be told a limit in any case. */
export function toAnthropicFields(parameters: ModelParameters = {}, outputLimit: number) {
  const { temperature, topP, maxOutputTokens, stopSequences, thinkingLevel, thinkingBudget } = parameters
  const least = thinkingBudget === undefined ? 0 : thinkingBudget + ROOM_TO_ANSWER
  return {
    maxTokens: maxOutputTokens ?? Math.max(outputLimit, least),
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
