import type { NumberRange, ParameterRules, ThinkingLevel } from '#shared/parameters'

const UNIT: NumberRange = { least: 0, most: 1 }
const UP_TO_TWO: NumberRange = { least: 0, most: 2 }
const SEED: NumberRange = { least: 0, most: 2_147_483_647 }

export function upTo(most = 1_000_000): NumberRange {
  return { least: 1, most }
}

/** A level for Gemini 3, a budget for 2.5; earlier ones do not think. */
export function geminiRules(modelName: string, outputLimit?: number): ParameterRules {
  return {
    temperature: UP_TO_TWO,
    topP: UNIT,
    maxOutputTokens: upTo(outputLimit),
    stopSequences: { most: 5 },
    safety: true,
    seed: SEED,
    ...geminiThinking(modelName),
  }
}

function geminiThinking(modelName: string): ParameterRules {
  if (/^gemini-2\.5-pro/.test(modelName)) return { thinkingBudget: { least: 128, most: 32_768 } }
  // It takes 0 as well, and nothing between.
  if (/^gemini-2\.5-flash-lite/.test(modelName)) return { thinkingBudget: { least: 512, most: 24_576 } }
  if (/^gemini-2\.5/.test(modelName)) return { thinkingBudget: { least: 0, most: 24_576 } }
  if (/^gemini-3(\.\d+)?-pro/.test(modelName)) return { thinkingLevel: ['low', 'medium', 'high'] }
  if (/^gemini-[3-9]/.test(modelName)) return { thinkingLevel: ['minimal', 'low', 'medium', 'high'] }
  return {}
}

const REASONING = /^(o\d|gpt-5)/
/** Those that ChatGPT uses: which of them takes what is written nowhere. */
const OF_CHATGPT = /^gpt-5(\.\d+)?-chat/

/** OpenAI's reasoning models refuse what shapes the words of the others, and can be told how hard to think. */
export function openAiRules(modelName: string, outputLimit?: number): ParameterRules {
  const maxOutputTokens = upTo(outputLimit)
  if (OF_CHATGPT.test(modelName)) return { maxOutputTokens }
  if (REASONING.test(modelName)) return { maxOutputTokens, thinkingLevel: openAiLevels(modelName) }
  return { ...sampled(outputLimit), seed: SEED, stopSequences: { most: 4 } }
}

function openAiLevels(modelName: string): readonly ThinkingLevel[] {
  if (/^o\d/.test(modelName)) return ['low', 'medium', 'high']
  if (/^gpt-5(-|$)/.test(modelName)) return ['minimal', 'low', 'medium', 'high']
  if (/^gpt-5\.1(-|$)/.test(modelName)) return ['none', 'low', 'medium', 'high']
  return ['none', 'low', 'medium', 'high', 'xhigh']
}

/** From Opus 4.7 on, Claude takes an effort instead of a budget, and no sampling; LangChain's class knows the same names. */
const ADAPTIVE = /^claude-(opus-4-[78]|(opus|sonnet|fable|mythos)-5|mythos-preview)/
/** Of these it is known how they sample; of what comes later, nothing is. */
const SAMPLED = /^claude-(3|(opus|sonnet|haiku)-4)/
const BUDGETED = /^claude-(3-7|(opus|sonnet|haiku)-4)/

function takesEffort(modelName: string): boolean {
  return ADAPTIVE.test(modelName)
}

export function anthropicRules(modelName: string, outputLimit?: number): ParameterRules {
  const maxOutputTokens = upTo(outputLimit)
  const stopSequences = { most: 16 }
  if (takesEffort(modelName))
    return { maxOutputTokens, stopSequences, thinkingLevel: ['low', 'medium', 'high', 'xhigh', 'max'] }
  return {
    ...{ maxOutputTokens, stopSequences },
    ...(SAMPLED.test(modelName) && { temperature: UNIT, topP: UNIT }),
    ...(BUDGETED.test(modelName) && {
      thinkingBudget: { least: 1024, most: 128_000 },
      withoutBudget: ['temperature', 'topP'] as const,
    }),
  }
}

/** Models on this computer, and servers that are none of the above: what their formats define. */
export function openRules(): ParameterRules {
  return { ...sampled(), seed: SEED, stopSequences: { most: 4 } }
}

function sampled(outputLimit?: number): ParameterRules {
  return { temperature: UP_TO_TWO, topP: UNIT, maxOutputTokens: upTo(outputLimit) }
}
