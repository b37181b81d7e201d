import { z } from 'zod'

import type { ModelParameters, ParameterRules } from '../parameters'
import { SAFETY_THRESHOLDS, THINKING_LEVELS } from '../parameters'

const id = z.uuid()
const modelId = z.string().min(1).max(200)
const connectionId = z.string().min(1).max(200)

/** Each on its own: an odd value in a file costs only itself. */
export const parameterFields = {
  systemPrompt: z.string().max(200_000).optional(),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  maxOutputTokens: z.int().min(1).max(10_000_000).optional(),
  stopSequences: z.array(z.string().min(1).max(200)).max(16).optional(),
  thinkingLevel: z.enum(THINKING_LEVELS).optional(),
  thinkingBudget: z.int().min(0).max(10_000_000).optional(),
  safety: z.enum(SAFETY_THRESHOLDS).optional(),
  seed: z.int().min(0).max(2_147_483_647).optional(),
} satisfies { readonly [Name in keyof ModelParameters]: z.ZodType<ModelParameters[Name]> }

const parameters = z.strictObject(parameterFields)

export const parameterRequests = {
  /** What goes with a conversation to a model, and what that model accepts. */
  readParameters: z.strictObject({ conversationId: id, modelId }),
  /** All that holds for the conversation from now on; whatever is absent follows the connection. */
  keepParameters: z.strictObject({ conversationId: id, parameters }),
  /** What holds for every conversation with a connection that has not been told otherwise. */
  readDefaultParameters: z.strictObject({ connectionId }),
  keepDefaultParameters: z.strictObject({ connectionId, parameters }),
  /** The request that these words would make. Nothing is sent to the model. */
  showRequest: z.strictObject({ conversationId: id, modelId, text: z.string().max(4_000_000) }),
}

export interface ParameterAnswers {
  readParameters: {
    readonly own: ModelParameters
    readonly defaults: ModelParameters
    readonly rules: ParameterRules
  }
  keepParameters: void
  readDefaultParameters: { readonly own: ModelParameters; readonly rules: ParameterRules }
  keepDefaultParameters: void
  showRequest: ShownRequest
}

/** A request without its secrets. */
export interface ShownRequest {
  readonly method: string
  /** Without a key. */
  readonly address: string
  /** JSON, indented. */
  readonly body: string
}
