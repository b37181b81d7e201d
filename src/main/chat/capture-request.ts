import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { BaseMessage } from '@langchain/core/messages'

import type { ShownRequest } from '#shared/requests/parameters'

type Fetch = typeof globalThis.fetch

export interface CaptureOptions {
  /** The model as it would be asked, over this fetch. */
  readonly open: (fetch: Fetch) => Promise<BaseChatModel>
  readonly messages: readonly BaseMessage[]
  /** For what comes before the request, such as a token. */
  readonly fetch: Fetch
}

/** What a model without a request, such as Demo, is shown to do. */
const NO_REQUEST: ShownRequest = { method: '', address: '', body: '' }

/**
 * The request that a model would make: made by its own class, and caught where it would leave. Empty for a model that
 * makes none. Rejects with what goes wrong before there is a request, such as a missing key.
 */
export async function captureRequest({ open, messages, fetch }: CaptureOptions): Promise<ShownRequest> {
  const stop = new AbortController()
  let caught: ShownRequest | undefined
  const capture: Fetch = async (input, init) => {
    const request = input instanceof Request ? input.clone() : undefined
    const body = typeof init?.body === 'string' ? init.body : await request?.text()
    const json = readJson(body)
    // A token is asked for by a form, or without a body.
    if (json === undefined) return fetch(input, init)
    caught ??= {
      method: init?.method ?? request?.method ?? 'POST',
      address: withoutSecrets(new URL(request?.url ?? String(input))),
      body: JSON.stringify(json, undefined, 2),
    }
    stop.abort()
    throw new Error('The request is only looked at.')
  }
  try {
    const model = await open(capture)
    const stream = await model.stream([...messages], { signal: stop.signal })
    await stream.cancel()
  } catch (cause) {
    if (caught === undefined) throw cause
  }
  return caught ?? NO_REQUEST
}

function readJson(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body)
  } catch {
    // A form.
    return undefined
  }
}

function withoutSecrets(address: URL): string {
  address.searchParams.delete('key')
  address.username = ''
  address.password = ''
  return address.href
}
