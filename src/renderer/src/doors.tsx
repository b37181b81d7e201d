import { isLive } from '#shared/message'

import { liveUsage } from './chat/chat-spending'
import { liveReply } from './chat/chat-state'
import { useChat, useChatSession } from './chat/use-chat'
import type { ParametersSource } from './parameters/parameters-dialog'
import { useParametersDoor } from './parameters/use-parameters-door'
import type { ComingSpending, SpendingSource } from './spending/spending-source'
import { useSpendingDoor } from './spending/use-spending-door'

/** The ways from the header to what goes with the open conversation, and to what it took. */
export function useConversationDoors(openSettings: () => void) {
  const parameters = useParametersDoor(useParametersSource())
  const spending = useSpendingDoor(useSpendingSource(), openSettings)
  return {
    tools: (
      <>
        {spending.button}
        {parameters.button}
      </>
    ),
    dialogs: (
      <>
        {parameters.dialog}
        {spending.dialog}
      </>
    ),
  }
}

function useParametersSource(): ParametersSource {
  const { readParameters, keepParameters, showRequest } = useChatSession()
  const modelName = useChat(
    ({ models, chosenModelId }) => models.find(({ id }) => id === chosenModelId)?.name ?? '',
  )
  return { modelName, read: readParameters, keep: keepParameters, showRequest }
}

function useSpendingSource(): SpendingSource {
  const { store, readSpending } = useChatSession()
  const conversationId = useChat((state) => state.conversationId)
  const lastEnded = useChat((state) => state.messages.findLast((message) => !isLive(message)))
  const isComing = useChat((state) => liveReply(state) !== undefined)

  function coming(): ComingSpending | undefined {
    const state = store.getState()
    const usage = liveUsage(state)
    if (usage === undefined) return undefined
    return { usage, price: state.models.find(({ id }) => id === liveReply(state)?.modelId)?.price }
  }

  return { conversationId, lastEnded, isComing, read: readSpending, coming }
}
