import { HumanMessage } from '@langchain/core/messages'

import { askCore } from './ask-core'
import { fromAppError } from './api-error'
import type { Answering } from './answering'
import { COMMON_HEADERS, sendError, write } from './sending'

const DEFAULT_MESSAGE = 'What is baseball?'

/** `POST /run_stream`: the words of one answer as they come, and nothing else. */
export async function answerText({ url, core, call, ...sending }: Answering): Promise<void> {
  const message = url.searchParams.get('message')
  const separator = url.searchParams.get('separator') ?? ''
  const modelId = core.modelOf(url.searchParams.get('model') ?? undefined)
  const messages = [new HumanMessage(message === null || message === '' ? DEFAULT_MESSAGE : message)]
  const { response } = sending
  call.note({ modelId })
  for await (const heard of askCore(core.chat, { modelId, messages }, sending.gone)) {
    if (heard.type === 'error') {
      // A text has no place for an error: it breaks off, so that nobody takes it for the whole.
      if (response.headersSent) response.destroy()
      else sendError(sending, fromAppError(heard.error))
      return
    }
    const isFirst = !response.headersSent
    if (isFirst) response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    if (heard.type === 'end') return void response.end()
    if (heard.kind === 'thought') continue
    await write(sending, call.hasAnswered() ? separator + heard.text : heard.text)
    call.note({ answered: heard.text.length })
  }
}
