import { useState } from 'react'

import type { KeptLooks } from '../markdown/kept-looks'
import { Announcer } from './announcer'
import { describeModel } from './describe-model'
import { MessageList, type MessageListProps } from './message-list'
import { FoldContext } from './use-fold'
import { LooksContext } from './use-looks'

/** The conversation, in order. Its growth is silent; the announcer speaks for it. */
export function Transcript(props: MessageListProps) {
  const { messages, heard, models } = props
  const last = messages.at(-1)
  const lastReply = last?.role === 'assistant' ? last : undefined
  const { name } = describeModel(models, lastReply?.modelId ?? '')

  const [unfolded] = useState(() => new Set<string>())
  const [looks] = useState(() => new Map<string, KeptLooks>())

  return (
    <>
      <FoldContext value={unfolded}>
        <LooksContext value={looks}>
          <MessageList {...props} />
        </LooksContext>
      </FoldContext>
      <Announcer reply={lastReply} hearing={heard.get(lastReply?.id ?? '')} modelName={name} />
    </>
  )
}
