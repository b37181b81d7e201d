import type { Reply } from '../message'

/** A reply that was asked for and has not said a word. */
export const waitingReply: Reply = {
  role: 'assistant',
  id: 'r',
  parentId: 'p',
  text: '',
  thought: '',
  modelId: 'demo/flow',
  progress: { status: 'waiting' },
  createdAt: 0,
}
