import type { GeminiResponse } from './gemini-response'

/** The block reasons that are finish reasons, too. Every other one is told as the widest of them. */
const BLOCKED_AS = new Set(['SAFETY', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'IMAGE_SAFETY'])

const NO_FACTS: Readonly<Record<string, unknown>> = {}

type Candidate = NonNullable<GeminiResponse['candidates']>[number]

interface ResponseMetadata {
  readonly model_provider: string
  readonly [fact: string]: unknown
}

/** What LangChain names the facts about an answer. A prompt that was blocked ends with a finish reason as well. */
export function toResponseMetadata(
  { candidates, promptFeedback, modelVersion }: GeminiResponse,
  hasModelVersion: boolean,
): ResponseMetadata {
  const candidate = candidates?.[0] ?? {}
  const saysOnlyWords =
    promptFeedback === undefined && Object.keys(candidate).every((key) => key === 'content')
  return {
    model_provider: 'google-vertexai',
    ...(hasModelVersion || modelVersion === undefined ? NO_FACTS : { model_version: modelVersion }),
    // Nearly every chunk says only words, and this is done for each.
    ...(saysOnlyWords ? NO_FACTS : toFacts(candidate, promptFeedback)),
  }
}

function toFacts(candidate: Candidate, feedback: GeminiResponse['promptFeedback']): Record<string, unknown> {
  const blockReason = feedback?.blockReason
  const blockedAs = blockReason && (BLOCKED_AS.has(blockReason) ? blockReason : 'PROHIBITED_CONTENT')
  const finishReason = candidate.finishReason ?? blockedAs
  return omitUndefined({
    finish_reason: finishReason,
    finish_message: candidate.finishMessage ?? feedback?.blockReasonMessage,
    block_reason: blockReason,
    safety_ratings: finishReason === undefined ? undefined : candidate.safetyRatings?.map(toSafetyRating),
    citation_metadata: candidate.citationMetadata,
    grounding_metadata: candidate.groundingMetadata,
    url_context_metadata: candidate.urlContextMetadata,
  })
}

function toSafetyRating(rating: NonNullable<Candidate['safetyRatings']>[number]) {
  const { category, probability, severity, ...scores } = rating
  return omitUndefined({
    category,
    probability,
    probability_score: scores.probabilityScore,
    severity,
    severity_score: scores.severityScore,
  })
}

function omitUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
