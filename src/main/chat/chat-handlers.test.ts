import { describe, expect, it } from 'vitest'

import { codeOfFailure } from '../bridge/app-failure'
import { chatHandlers } from './chat-handlers'

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const request = {
  conversationId: id(1),
  promptId: id(2),
  parentId: null,
  replyId: id(3),
  text: 'Hi',
  modelId: 'x/y',
}
const caller = { tell: () => {}, gone: new AbortController().signal }
const nobody = () => {
  throw new Error('nobody is asked')
}

/** Handlers whose disk fails to keep a prompt with this. */
function refusing(cause: Error) {
  return chatHandlers({
    chat: { stop: nobody },
    runs: { start: nobody, view: nobody, acknowledge: nobody, isRunning: () => false } as never,
    seen: nobody,
    conversations: {
      keep: () => {
        throw cause
      },
    } as never,
    models: { takesPrefill: () => false, list: () => [] },
  })
}

async function codeOf(cause: Error): Promise<string> {
  try {
    await refusing(cause).startReply(request, caller)
    return 'none'
  } catch (failure) {
    return codeOfFailure(failure)
  }
}

describe('a prompt that cannot be kept', () => {
  it('is told apart by whether the disk refused or we have a bug', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    expect([await codeOf(full), await codeOf(new Error('foreign parent'))]).toEqual([
      'not-kept',
      'unexpected',
    ])
  })
})
