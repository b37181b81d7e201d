import type { ModelChoice } from '#shared/model-choice'

import type { ChatService } from '../chat/chat-service'
import type { OpenCall } from './call-log'
import type { Sending } from './sending'

/** What the API needs of the app. */
export interface ApiCore {
  readonly chat: Pick<ChatService, 'reply' | 'stop'>
  readonly listModels: () => readonly ModelChoice[]
  /** The model of that id; without one, and for `default`, the one that was chosen in the app. */
  readonly modelOf: (asked: string | undefined) => string
}

/** A request that was let in. */
export interface Answering extends Sending {
  readonly url: URL
  readonly core: ApiCore
  readonly call: OpenCall
}
