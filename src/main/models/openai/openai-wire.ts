import { z } from 'zod'

import { createCheckedFetch, type StreamObject } from '../../transport/checked-stream'
import { askJson } from '../ask-json'
import { listedEntries, listedName, listedTokens } from '../listed-entries'
import type { ListedModel } from '../provider'

type Fetch = typeof globalThis.fetch

/** The stream of chat completions and of responses, read before the class does. */
export function createOpenAiFetch(fetch: Fetch): Fetch {
  return createCheckedFetch(fetch, { failureIn: failureOfResponses, translate: translateReasoning })
}

/** `/responses` reports a failure as an event of its own, or as the end of the response. */
function failureOfResponses(object: StreamObject): StreamObject | undefined {
  if (object['type'] === 'error') return { error: { code: object['code'], message: object['message'] } }
  if (object['type'] !== 'response.failed') return undefined
  const { error } = object['response'] as { readonly error?: unknown }
  return { error: error ?? 'failed' }
}

const delta = z.looseObject({ reasoning: z.string(), reasoning_content: z.undefined().optional() })
const reasoning = z.looseObject({ choices: z.tuple([z.looseObject({ delta })]) })

/** OpenRouter and newer servers say `reasoning` where LangChain listens for `reasoning_content`. */
function translateReasoning(object: StreamObject): StreamObject {
  const parsed = reasoning.safeParse(object)
  if (!parsed.success) return object
  const [choice] = parsed.data.choices
  const translated = { ...choice.delta, reasoning_content: choice.delta.reasoning }
  return { ...object, choices: [{ ...choice, delta: translated }] }
}

const list = z.object({
  data: listedEntries(z.looseObject({ id: listedName, context_length: listedTokens })),
})

/** `GET /models` of OpenAI and everybody who speaks like it. */
export async function listOpenAiModels(
  fetch: Fetch,
  baseUrl: string,
  question: { readonly headers: Readonly<Record<string, string>>; readonly signal?: AbortSignal },
): Promise<readonly ListedModel[]> {
  const { data } = await askJson(fetch, `${baseUrl}/models`, { ...question, schema: list })
  return data.map(({ id, context_length: contextWindow }) => ({
    name: id,
    ...(contextWindow === undefined ? {} : { contextWindow }),
  }))
}

/** What the requests of a base address end with. Not `/models`: the base addresses of some servers do. */
export const OPENAI_TAILS = ['/chat/completions', '/completions', '/responses']
