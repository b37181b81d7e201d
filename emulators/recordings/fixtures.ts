import { readFileSync } from 'node:fs'

import type { FinishReason, GenerateContentChunk } from '../vertex/generate-content'
import { textReply } from '../vertex/reply-script'
import type { Fault } from '../wire/fault'
import { answers } from './answers'

/** One committed recording: what the emulator is told to say, and when. */
export interface Fixture {
  readonly name: string
  readonly chunks: readonly GenerateContentChunk[]
  /** Between two chunks, in milliseconds. */
  readonly gapMs: number
  readonly fault?: Exclude<Fault, { readonly kind: 'status' }>
}

const { japanese, emoji, longCode, table, thought } = answers
const story = textReply(japanese, { charsPerChunk: 6, seed: 7 }).chunks
const afterChunks = 12

/** In the order of their names, which is the order of the picker. */
export const FIXTURES: readonly Fixture[] = [
  { name: 'code', chunks: textReply(longCode, { charsPerChunk: 28, seed: 3 }).chunks, gapMs: 25 },
  { name: 'cut-stream', chunks: story, gapMs: 30, fault: { kind: 'truncate', afterChunks } },
  {
    name: 'emoji',
    chunks: textReply(emoji, { charsPerChunk: 3, seed: 5, cutOn: 'utf-16' }).chunks,
    gapMs: 30,
  },
  {
    name: 'error-in-stream',
    chunks: story,
    gapMs: 30,
    fault: { kind: 'error-in-stream', afterChunks, status: 503 },
  },
  { name: 'japanese', chunks: story, gapMs: 40 },
  { name: 'max-tokens', chunks: storyEndedBy('MAX_TOKENS'), gapMs: 30 },
  {
    name: 'one-character',
    chunks: textReply(japanese.slice(0, 120), { charsPerChunk: 1 }).chunks,
    gapMs: 15,
  },
  { name: 'one-chunk', chunks: textReply(japanese, { charsPerChunk: japanese.length }).chunks, gapMs: 0 },
  {
    name: 'prompt-blocked',
    chunks: [{ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }],
    gapMs: 0,
  },
  { name: 'reset', chunks: story, gapMs: 30, fault: { kind: 'reset', afterChunks } },
  { name: 'safety', chunks: storyEndedBy('SAFETY'), gapMs: 30 },
  { name: 'table-and-math', chunks: textReply(table, { charsPerChunk: 8, seed: 11 }).chunks, gapMs: 25 },
  {
    name: 'thoughts',
    chunks: textReply(japanese, { charsPerChunk: 10, seed: 13, thought }).chunks,
    gapMs: 35,
  },
]

function storyEndedBy(finishReason: FinishReason): readonly GenerateContentChunk[] {
  return [...story.slice(0, afterChunks), { candidates: [{ finishReason }] }]
}

/** The recording as it is committed. */
export function readFixture(name: string): string {
  return readFileSync(fixtureFile(name), 'utf8')
}

export function fixtureFile(name: string): URL {
  return new URL(`${name}.jsonl`, import.meta.url)
}
