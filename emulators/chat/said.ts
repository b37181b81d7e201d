import { cutText } from '../wire/cut-text'
import type { Fault, Pace } from '../wire/fault'

/** An answer, in no provider's words. */
export interface Said {
  readonly text: string
  /** Thought before the text. */
  readonly thought?: string
  /** `blocked`: by the provider's filter, after what was said. */
  readonly ending?: 'complete' | 'length' | 'blocked'
  readonly usage?: SaidUsage
  /** Code points per chunk. */
  readonly charsPerChunk?: number
}

export interface SaidUsage {
  readonly input: number
  /** Thoughts included. */
  readonly output: number
  readonly thought?: number
  readonly cached?: number
}

export interface ChatScript extends Pace {
  readonly said: Said
  readonly fault?: Fault
}

/** One object of the stream, with the words in it. */
export interface SpokenChunk {
  readonly json: unknown
  readonly text?: string
  readonly thought?: string
}

export interface SaidPieces {
  readonly thoughts: readonly string[]
  readonly texts: readonly string[]
  readonly ending: NonNullable<Said['ending']>
  readonly usage: SaidUsage
}

/** What was said, cut into the pieces that are sent; counted as one token each unless the script counts. */
export function cutSaid(said: Said): SaidPieces {
  const cut = (text: string | undefined) => (text ? cutText(text, said) : [])
  const [thoughts, texts] = [cut(said.thought), cut(said.text)]
  const counted = { input: 10, output: thoughts.length + texts.length, thought: thoughts.length, cached: 0 }
  return { thoughts, texts, ending: said.ending ?? 'complete', usage: said.usage ?? counted }
}
