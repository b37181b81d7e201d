import type { StoreApi } from 'zustand/vanilla'

import type { AppError } from '#shared/app-error'
import type { Answers, Bridge, RequestName, Requests } from '#shared/contract'
import type { Result } from '#shared/result'

import type { ChatState } from './chat-state'

/** How a session asks main. */
export interface SessionAsker {
  /** A bridge that throws is a bug of ours, but no reason to leave the reader without a sentence. */
  ask<Name extends RequestName>(name: Name, input: Requests[Name]): Promise<Result<Answers[Name]>>
  /** The same; a refusal is told below the conversation. */
  tryTo<Name extends RequestName>(name: Name, input: Requests[Name]): Promise<Result<Answers[Name]>>
}

export function createSessionAsker(
  bridge: Pick<Bridge, 'ask'>,
  store: Pick<StoreApi<ChatState>, 'setState'>,
): SessionAsker {
  async function ask<Name extends RequestName>(
    name: Name,
    input: Requests[Name],
  ): Promise<Result<Answers[Name]>> {
    try {
      return await bridge.ask(name, input)
    } catch (cause) {
      const error: AppError = { code: 'unexpected', detail: String(cause) }
      return { ok: false, error }
    }
  }

  async function tryTo<Name extends RequestName>(
    name: Name,
    input: Requests[Name],
  ): Promise<Result<Answers[Name]>> {
    const answer = await ask(name, input)
    store.setState({ trouble: answer.ok ? undefined : answer.error })
    return answer
  }

  return { ask, tryTo }
}
