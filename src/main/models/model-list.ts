import type { ListedModel, RetiredModels } from './provider'

/**
 * The models that the app knows of, and nowhere else in the code: providers retire them several times a year.
 * Each was on its provider's list on the date below. The first of a provider is the default.
 */
export const MODEL_LIST = {
  /** When the list was last compared with the sources. */
  date: '2026-11-22',
  sources: [
    'https://cloud.google.com/vertex-ai/generative-ai/docs/models',
    'https://platform.openai.com/docs/models',
    'https://platform.claude.com/docs/en/models/overview',
  ],
  gemini: [
    { name: 'gemini-3.5-flash', title: 'Gemini 3.5 Flash', ...gemini(true) },
    { name: 'gemini-3.5-flash-lite', title: 'Gemini 3.5 Flash-Lite', ...gemini(false) },
    { name: 'gemini-3.1-pro-preview', title: 'Gemini 3.1 Pro (preview)', ...gemini(true) },
    { name: 'gemini-3.1-flash-lite', title: 'Gemini 3.1 Flash-Lite', ...gemini(false) },
  ],
  openai: [
    { name: 'gpt-5.5', title: 'GPT-5.5', ...gpt(1_050_000) },
    { name: 'gpt-5.4', title: 'GPT-5.4', ...gpt(1_050_000) },
    { name: 'gpt-5.4-mini', title: 'GPT-5.4 mini', ...gpt(400_000) },
    { name: 'gpt-5.4-nano', title: 'GPT-5.4 nano', ...gpt(400_000) },
  ],
  anthropic: [
    { name: 'claude-opus-5-5', title: 'Claude Opus 5.5', ...claude() },
    { name: 'claude-sonnet-5-5', title: 'Claude Sonnet 5.5', ...claude() },
    { name: 'claude-haiku-5-5', title: 'Claude Haiku 5.5', ...claude() },
    { name: 'claude-fable-5-2', title: 'Claude Fable 5.2', ...claude() },
  ],
} as const satisfies ModelList

interface ModelList {
  readonly date: string
  readonly sources: readonly string[]
  readonly gemini: readonly ListedModel[]
  readonly openai: readonly ListedModel[]
  readonly anthropic: readonly ListedModel[]
}

/** Models that their maker has switched off, and the one of the list above that takes the place of each. */
export const RETIRED_MODELS = {
  gemini: {
    'gemini-2.5-pro': 'gemini-3.1-pro-preview',
    'gemini-2.5-flash': 'gemini-3.5-flash',
    'gemini-2.5-flash-lite': 'gemini-3.5-flash-lite',
    'gemini-2.0-flash': 'gemini-3.5-flash',
    'gemini-2.0-flash-001': 'gemini-3.5-flash',
    'gemini-2.0-flash-lite': 'gemini-3.5-flash-lite',
    'gemini-1.5-pro': 'gemini-3.1-pro-preview',
    'gemini-1.5-flash': 'gemini-3.5-flash',
  },
  /** https://platform.openai.com/docs/deprecations */
  openai: {
    'gpt-3.5-turbo': 'gpt-5.4-mini',
    'gpt-4': 'gpt-5.5',
    'gpt-4-turbo': 'gpt-5.5',
    'gpt-4.1-nano': 'gpt-5.4-nano',
    'gpt-4.5-preview': 'gpt-5.5',
    'chatgpt-4o-latest': 'gpt-5.5',
    o1: 'gpt-5.5',
    'o1-mini': 'gpt-5.4-mini',
    'o1-preview': 'gpt-5.5',
    'o1-pro': 'gpt-5.5',
    'o3-mini': 'gpt-5.4-mini',
    'o4-mini': 'gpt-5.4-mini',
  },
  /** https://platform.claude.com/docs/en/about-claude/model-deprecations */
  anthropic: {
    'claude-3-opus-20240229': 'claude-opus-5-5',
    'claude-3-5-haiku-20241022': 'claude-haiku-5-5',
    'claude-3-5-sonnet-20240620': 'claude-sonnet-5-5',
    'claude-3-5-sonnet-20241022': 'claude-sonnet-5-5',
    'claude-3-7-sonnet-20250219': 'claude-sonnet-5-5',
    'claude-opus-4-20250514': 'claude-opus-5-5',
    'claude-sonnet-4-20250514': 'claude-sonnet-5-5',
    'claude-opus-4-1-20250805': 'claude-opus-5-5',
  },
} as const satisfies Readonly<Record<Exclude<keyof ModelList, 'date' | 'sources'>, RetiredModels>>

/** `thinks`: without being asked to, so that its thoughts can be asked for. Others refuse the question. */
function gemini(thinks: boolean) {
  return { thinks, sees: true, usesTools: true, contextWindow: 1_048_576, outputLimit: 65_536 } as const
}

function gpt(contextWindow: number) {
  return { thinks: true, sees: true, usesTools: true, contextWindow, outputLimit: 128_000 } as const
}

function claude() {
  return {
    thinks: true,
    sees: true,
    usesTools: true,
    contextWindow: 1_000_000,
    outputLimit: 128_000,
  } as const
}
