import type { UsageMetadata } from '@langchain/core/messages'

import type { GeminiUsage } from './gemini-response'

/** Gemini bills thoughts as output and counts them apart; LangChain counts them within. */
export function toUsageMetadata(usage: GeminiUsage): UsageMetadata {
  const { promptTokenCount: input = 0, thoughtsTokenCount: thought, cachedContentTokenCount: cached } = usage
  const output = (usage.candidatesTokenCount ?? 0) + (thought ?? 0)
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: usage.totalTokenCount ?? input + output,
    input_token_details: {
      ...countByModality(usage.promptTokensDetails),
      ...(cached === undefined ? {} : { cache_read: cached }),
    },
    output_token_details: {
      ...countByModality(usage.candidatesTokensDetails),
      ...(thought === undefined ? {} : { reasoning: thought }),
    },
  }
}

function countByModality(details: GeminiUsage['promptTokensDetails']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    (details ?? []).map(({ modality, tokenCount = 0 }) => [modality.toLowerCase(), tokenCount]),
  )
}
