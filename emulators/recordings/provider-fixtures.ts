import type { StreamFault } from '../wire/fault'
import { answers } from './answers'
import { type NamedOrigin, ORIGINS } from './origins'

/** A committed recording of a provider other than Vertex AI. */
export interface ProviderFixture {
  readonly name: string
  readonly origin: NamedOrigin
  readonly chunks: ReturnType<NamedOrigin['speak']>
  readonly gapMs: number
  readonly fault?: StreamFault
}

const { evening, thought } = answers
const CHARS_PER_CHUNK = 5
const afterChunks = 12

/** Each speaks Japanese with emoji, once to its end, and once with thoughts or a fault. */
export const PROVIDER_FIXTURES: readonly ProviderFixture[] = [
  plain('anthropic'),
  thoughtful('anthropic'),
  plain('azure'),
  broken('azure', { kind: 'reset', afterChunks }),
  plain('compatible'),
  thoughtful('compatible'),
  plain('gemini'),
  thoughtful('gemini'),
  plain('ollama'),
  thoughtful('ollama'),
  broken('ollama', { kind: 'truncate', afterChunks }),
  plain('openai'),
  broken('openai', { kind: 'truncate', afterChunks }),
  plain('responses'),
  thoughtful('responses'),
]

function plain(name: keyof typeof ORIGINS): ProviderFixture {
  const origin = ORIGINS[name]
  const chunks = origin.speak({ text: evening, charsPerChunk: CHARS_PER_CHUNK })
  return { name: `${name}-evening`, origin, chunks, gapMs: 30 }
}

function thoughtful(name: keyof typeof ORIGINS): ProviderFixture {
  const origin = ORIGINS[name]
  const chunks = origin.speak({ text: evening, thought, charsPerChunk: CHARS_PER_CHUNK * 2 })
  return { name: `${name}-thoughts`, origin, chunks, gapMs: 35 }
}

function broken(name: keyof typeof ORIGINS, fault: StreamFault): ProviderFixture {
  const wasReset = fault.kind === 'reset'
  return { ...plain(name), name: `${name}-${wasReset ? 'reset' : 'cut-stream'}`, fault }
}
