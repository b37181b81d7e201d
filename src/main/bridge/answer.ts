import { type Answers, type Events, type RequestName, type Requests, requests } from '#shared/contract'
import type { Result } from '#shared/result'

import { redactBriefly } from '../transport/redact'
import { readFailure } from './app-failure'

/** The page that asked: how to talk back to it, and a signal for when it has gone. */
export interface Caller {
  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void
  readonly gone: AbortSignal
}

export type Handlers = {
  readonly [Name in RequestName]: (
    input: Requests[Name],
    caller: Caller,
  ) => Answers[Name] | Promise<Answers[Name]>
}

/** A request as it came over IPC: nothing about it is known yet. */
export interface UntrustedRequest {
  readonly name: unknown
  readonly input: unknown
}

export interface AnswerOptions {
  readonly handlers: Handlers
  /** Told of every failure, since the page only hears its redacted beginning. */
  readonly onFailure: (name: RequestName, cause: unknown) => void
}

/** Parses an untrusted request and answers it. Never throws: a failure is an answer too. */
export async function answer(
  { handlers, onFailure }: AnswerOptions,
  caller: Caller,
  { name, input }: UntrustedRequest,
): Promise<Result<unknown>> {
  if (!isRequestName(name)) return badRequest('The contract has no such request.')

  const parsed = requests[name].safeParse(input)
  if (!parsed.success) return badRequest(parsed.error.message)

  try {
    const handle = handlers[name] as (input: unknown, caller: Caller) => unknown
    return { ok: true, value: await handle(parsed.data, caller) }
  } catch (cause) {
    onFailure(name, cause)
    return { ok: false, error: { ...readFailure(cause), detail: redactBriefly(String(cause)) } }
  }
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name)
}

export function badRequest(detail: string): Result<never> {
  return { ok: false, error: { code: 'bad-request', detail } }
}
