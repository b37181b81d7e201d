import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * The class at which each provider's code is known in the built app, whose names the build keeps. Gemini's API shares
 * Vertex AI's, Azure OpenAI and the compatible servers share OpenAI's.
 */
const PROVIDER_CLASSES = {
  vertex: 'SteadyChatVertexAI',
  openai: 'BaseChatOpenAI',
  anthropic: 'ChatAnthropicMessages',
  ollama: 'ChatOllama',
} as const

export type ProviderCode = keyof typeof PROVIDER_CLASSES
export const PROVIDER_CODES = Object.keys(PROVIDER_CLASSES) as readonly ProviderCode[]

const MAIN = resolve('out/main')

/** The providers whose classes stand in a file of the built app. */
export function providersIn(file: string): readonly ProviderCode[] {
  const text = readFileSync(file, 'utf8')
  return PROVIDER_CODES.filter((code) => {
    const name = PROVIDER_CLASSES[code]
    return new RegExp(`class ${name}\\b|\\b${name} ?= ?class\\b`).test(text)
  })
}

/** The built file that holds a provider's class; what else it needs is loaded with it. */
export function fileOf(code: ProviderCode): string {
  const files = readdirSync(MAIN, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  )
  const found = files.map((name) => join(MAIN, name)).find((file) => providersIn(file).includes(code))
  if (found === undefined)
    throw new Error(`No file of ${MAIN} has the class of ${code}: build the app first.`)
  return found
}
