import type { EndReason } from '#shared/message'

/** Each provider's word for why it finished. Sources: the providers' API references. */
const END_REASONS: Readonly<Record<string, EndReason>> = {
  STOP: 'complete',
  stop: 'complete',
  completed: 'complete',
  end_turn: 'complete',
  stop_sequence: 'complete',
  MAX_TOKENS: 'length',
  length: 'length',
  max_tokens: 'length',
  max_output_tokens: 'length',
  model_context_window_exceeded: 'length',
  SAFETY: 'blocked',
  RECITATION: 'blocked',
  BLOCKLIST: 'blocked',
  PROHIBITED_CONTENT: 'blocked',
  SPII: 'blocked',
  IMAGE_SAFETY: 'blocked',
  LANGUAGE: 'blocked',
  content_filter: 'blocked',
  refusal: 'blocked',
}

/** Undefined for a word that no provider has documented as a good ending. */
export function toEndReason(finishReason: string): EndReason | undefined {
  return Object.hasOwn(END_REASONS, finishReason) ? END_REASONS[finishReason] : undefined
}
