import { useState } from 'react'

import type { MessageWishes } from './message-wishes'
import type { ReplyWatch } from './reply-view'
import { Transcript } from './transcript'
import { useChat } from './use-chat'

interface MessagesProps extends ReplyWatch {
  readonly soughtId?: string | undefined
  readonly scroller: HTMLElement | null
  /** The message that the reader was at when they left this conversation. */
  readonly readFirst: () => string | undefined
  readonly wishes: MessageWishes
  readonly canSend: boolean
}

/** Apart, so that a word that arrives renders nothing else again. */
export function Messages({ readFirst, ...rest }: MessagesProps) {
  const messages = useChat((state) => state.messages)
  const earlier = useChat((state) => state.earlier)
  const heard = useChat((state) => state.heard)
  const forks = useChat((state) => state.forks)
  const models = useChat((state) => state.models)
  const [firstId] = useState(readFirst)
  return <Transcript {...{ messages, earlier, forks, heard, models, firstId }} {...rest} />
}
