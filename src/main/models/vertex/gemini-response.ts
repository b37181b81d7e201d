import { z } from 'zod'

const part = z.looseObject({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  thoughtSignature: z.string().optional(),
  functionCall: z
    .object({
      id: z.string().optional(),
      name: z.string(),
      args: z.record(z.string(), z.unknown()).nullish(),
    })
    .optional(),
  inlineData: z.object({ mimeType: z.string(), data: z.string() }).optional(),
  fileData: z.object({ mimeType: z.string().optional(), fileUri: z.string() }).optional(),
})

const tokens = z.number().optional()
const modalities = z.array(z.object({ modality: z.string(), tokenCount: tokens })).optional()

const usageMetadata = z.object({
  promptTokenCount: tokens,
  candidatesTokenCount: tokens,
  thoughtsTokenCount: tokens,
  cachedContentTokenCount: tokens,
  totalTokenCount: tokens,
  promptTokensDetails: modalities,
  candidatesTokensDetails: modalities,
})

const safetyRating = z.object({
  category: z.string().optional(),
  probability: z.string().optional(),
  probabilityScore: z.number().optional(),
  severity: z.string().optional(),
  severityScore: z.number().optional(),
})

const candidate = z.object({
  content: z.object({ parts: z.array(part).optional() }).optional(),
  finishReason: z.string().optional(),
  finishMessage: z.string().optional(),
  safetyRatings: z.array(safetyRating).optional(),
  citationMetadata: z.unknown().optional(),
  groundingMetadata: z.unknown().optional(),
  urlContextMetadata: z.unknown().optional(),
})

/**
 * One event of `streamGenerateContent`: what of it we read.
 * https://cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse
 */
export const geminiResponse = z.object({
  candidates: z.array(candidate).optional(),
  promptFeedback: z
    .object({ blockReason: z.string().optional(), blockReasonMessage: z.string().optional() })
    .optional(),
  usageMetadata: usageMetadata.optional(),
  modelVersion: z.string().optional(),
  responseId: z.string().optional(),
})

export type GeminiResponse = z.infer<typeof geminiResponse>
export type GeminiPart = z.infer<typeof part>
export type GeminiUsage = z.infer<typeof usageMetadata>
