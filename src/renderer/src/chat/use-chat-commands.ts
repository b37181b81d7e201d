import { useTranslations } from 'use-intl'

import type { Command } from '../ui/commands'
import { useCommands } from '../ui/use-commands'
import { liveReply } from './chat-state'
import { useChatSession } from './use-chat'

interface ChatCommandsOptions {
  readonly onStop: () => void
  readonly onNewConversation: () => void
  readonly onToggleInspector: () => void
  readonly isInspecting: boolean
}

/** What can be done with a conversation from the palette and with keys. */
export function useChatCommands({ isInspecting, ...wishes }: ChatCommandsOptions): void {
  const words = useTranslations('commands')
  const session = useChatSession()

  useCommands(() => {
    const state = session.store.getState()
    const stop: Command = {
      ...{ id: 'stop', title: words('stop') },
      run: wishes.onStop,
    }
    const always: readonly Command[] = [
      {
        ...{ id: 'new-conversation', title: words('newConversation') },
        run: wishes.onNewConversation,
      },
      {
        ...{ id: 'inspector', title: words(isInspecting ? 'hideInspector' : 'showInspector') },
        run: wishes.onToggleInspector,
      },
    ]
    const models = state.models
      .filter(({ id }) => id !== state.chosenModelId)
      .map(({ id, name }): Command => ({
        ...{ id: `model ${id}`, title: words('chooseModel', { name }), keywords: id },
        run: () => void session.chooseModel(id),
      }))
    return [...(liveReply(state) === undefined ? [] : [stop]), ...always, ...models]
  })
}
