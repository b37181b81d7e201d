import { useState } from 'react'

import { type PickedReply, replyInFocus } from './chat/chat-state'
import { useChat } from './chat/use-chat'
import { InspectorPanel } from './inspector/inspector-panel'
import type { Recording } from './inspector/recording-switch'
import type { ShownLog } from './inspector/shown-log'
import type { StreamViewProps } from './inspector/stream-view'
import { PartBoundary } from './ui/part-boundary'

export interface InspectorParts extends Pick<StreamViewProps, 'readArrivals' | 'save'> {
  readonly shownLog: ShownLog
  readonly recording: Recording
}

interface InspectorProps extends InspectorParts {
  readonly picked: PickedReply | undefined
  readonly onClose: () => void
}

/**
 * Joins the inspector to the reply that it looks behind. Apart, so that the conversation is not drawn again for what the
 * inspector follows.
 */
export function Inspector({ picked, ...parts }: InspectorProps) {
  const reply = useChat((state) => replyInFocus(state, picked))
  const provider = useChat(
    ({ models, chosenModelId }) => models.find(({ id }) => id === chosenModelId)?.provider,
  )
  const [showBoundaries, setShowBoundaries] = useState(false)
  return (
    <PartBoundary part="panel">
      <InspectorPanel
        {...parts}
        reply={reply}
        provider={provider}
        findText={findText}
        showBoundaries={showBoundaries}
        onShowBoundaries={setShowBoundaries}
      />
    </PartBoundary>
  )
}

function findText(replyId: string): Element | null {
  return document.querySelector(`[data-reply-text="${CSS.escape(replyId)}"]`)
}
