import { useTranslations } from 'use-intl'

import { commandLabel } from '../ui/command-key'
import type { Command } from '../ui/commands'
import { useCommands } from '../ui/use-commands'
import { liveReply } from './chat-state'
import { useChatSession } from './use-chat'
import type { Shortcuts } from './use-shortcuts'

interface ChatCommandsOptions extends Shortcuts {
  readonly isInspecting: boolean
}

/** What can be done with a conversation from the palette: the shortcuts, and the choice of a model. */
export function useChatCommands({ isInspecting, ...shortcuts }: ChatCommandsOptions): void {
  const words = useTranslations('commands')
  const session = useChatSession()

  useCommands(() => {
    const state = session.store.getState()
    const stop: Command = {
      ...{ id: 'stop', title: words('stop'), keys: 'Esc' },
      run: shortcuts.onStop,
    }
    const always: readonly Command[] = [
      {
        ...{ id: 'new-conversation', title: words('newConversation'), keys: commandLabel('N') },
        run: shortcuts.onNewConversation,
      },
      {
        ...{ id: 'inspector', title: words(isInspecting ? 'hideInspector' : 'showInspector') },
        keys: commandLabel('I', true),
        run: shortcuts.onToggleInspector,
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
