import { Announcer } from './announcer'
import { describeModel } from './describe-model'
import { MessageList, type MessageListProps } from './message-list'

/** The conversation, in order. Its growth is silent; the announcer speaks for it. */
export function Transcript(props: MessageListProps) {
  const { messages, heard, models } = props
  const last = messages.at(-1)
  const lastReply = last?.role === 'assistant' ? last : undefined
  const { name } = describeModel(models, lastReply?.modelId ?? '')

  return (
    <>
      <MessageList {...props} />
      <Announcer reply={lastReply} hearing={heard.get(lastReply?.id ?? '')} modelName={name} />
    </>
  )
}
