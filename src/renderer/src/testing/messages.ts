import type { Prompt, Reply } from '#shared/message'

export function createPrompt(parts: Partial<Prompt> = {}): Prompt {
  return { role: 'user', id: 'prompt-1', parentId: null, text: 'What is baseball?', createdAt: 1, ...parts }
}

/** A complete reply to the prompt above, unless told otherwise. */
export function createReply(parts: Partial<Reply> = {}): Reply {
  return {
    role: 'assistant',
    id: 'reply-1',
    parentId: 'prompt-1',
    text: 'A game of two teams.',
    thought: '',
    modelId: 'vertex/gemini-flash',
    progress: { status: 'ended', reason: 'complete' },
    createdAt: 1,
    ...parts,
  }
}
