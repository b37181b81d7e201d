import type { ListedModel } from './provider'

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

/** A model that its provider has switched off, and the one that it proposes instead. */
export const RETIRED_MODELS: Readonly<Record<string, string>> = {
  'gemini-2.5-pro': 'gemini-3.1-pro-preview',
  'gemini-2.5-flash': 'gemini-3.5-flash',
  'gemini-2.5-flash-lite': 'gemini-3.5-flash-lite',
  'gemini-2.0-flash': 'gemini-3.5-flash',
  'gemini-2.0-flash-001': 'gemini-3.5-flash',
  'gemini-2.0-flash-lite': 'gemini-3.5-flash-lite',
  'gemini-1.5-pro': 'gemini-3.1-pro-preview',
  'gemini-1.5-flash': 'gemini-3.5-flash',
}

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
