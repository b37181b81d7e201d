/** One object of a `generateContent` stream, field by field as Vertex AI sends it. */
export interface GenerateContentChunk {
  readonly candidates?: readonly Candidate[]
  readonly promptFeedback?: PromptFeedback
  readonly usageMetadata?: UsageMetadata
  readonly modelVersion?: string
  readonly createTime?: string
  readonly responseId?: string
}

export interface Candidate {
  readonly index?: number
  readonly content?: { readonly role: 'model'; readonly parts: readonly Part[] }
  readonly finishReason?: FinishReason
  readonly finishMessage?: string
  readonly safetyRatings?: readonly SafetyRating[]
}

export interface Part {
  readonly text?: string
  readonly thought?: boolean
  readonly thoughtSignature?: string
  readonly functionCall?: {
    readonly id?: string
    readonly name: string
    readonly args: Readonly<Record<string, unknown>>
  }
}

export type FinishReason =
  | 'STOP'
  | 'MAX_TOKENS'
  | 'SAFETY'
  | 'RECITATION'
  | 'OTHER'
  | 'BLOCKLIST'
  | 'PROHIBITED_CONTENT'
  | 'SPII'
  | 'MALFORMED_FUNCTION_CALL'

export interface PromptFeedback {
  readonly blockReason: 'SAFETY' | 'OTHER' | 'BLOCKLIST' | 'PROHIBITED_CONTENT'
  readonly blockReasonMessage?: string
  readonly safetyRatings?: readonly SafetyRating[]
}

export interface SafetyRating {
  readonly category: string
  readonly probability: string
  readonly blocked?: boolean
}

export interface UsageMetadata {
  readonly promptTokenCount?: number
  readonly candidatesTokenCount?: number
  readonly thoughtsTokenCount?: number
  readonly cachedContentTokenCount?: number
  readonly totalTokenCount?: number
}

/** The one answer of `:generateContent` for what `:streamGenerateContent` would say in many chunks. */
export function mergeChunks(chunks: readonly GenerateContentChunk[]): GenerateContentChunk {
  const merged = chunks.reduce((whole, chunk) => ({ ...whole, ...chunk }), {})
  const candidates = chunks.flatMap((chunk) => chunk.candidates?.slice(0, 1) ?? [])
  if (candidates.length === 0) return merged
  const parts = candidates.flatMap((candidate) => candidate.content?.parts ?? [])
  const whole = candidates.reduce((before, candidate) => ({ ...before, ...candidate }), {})
  return { ...merged, candidates: [{ ...whole, content: { role: 'model', parts: joinTexts(parts) } }] }
}

function joinTexts(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const belongsToLast =
      last?.text !== undefined &&
      part.text !== undefined &&
      (last.thought ?? false) === (part.thought ?? false)
    if (belongsToLast) joined[joined.length - 1] = { ...last, ...part, text: `${last.text}${part.text}` }
    else joined.push(part)
  }
  return joined
}
