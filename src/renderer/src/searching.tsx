import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'

import { useChat, useChatSession } from './chat/use-chat'
import { FindBar, type SoughtPlace } from './search/find-bar'
import { Palette } from './search/palette'
import { SearchButton } from './search/search-button'
import type { SearchAsker } from './search/search-asker'
import { usePalette } from './search/use-palette'
import { useCommands } from './ui/use-commands'

export interface Searching {
  /** Where the conversation should go to. */
  readonly sought: SoughtPlace | undefined
  /** Lies over the conversation. */
  readonly findBar: ReactNode
  readonly palette: ReactNode
  /** Opens the palette. */
  readonly searchButton: ReactNode
}

/** Joins what is found to the conversation that shows it. */
export function useSearching(asker: SearchAsker): Searching {
  const words = useTranslations('search')
  const session = useChatSession()
  const [sought, setSought] = useState<SoughtPlace>()
  const [isFinding, setIsFinding] = useState(false)
  const paletteState = usePalette()

  async function openConversation(conversationId: string): Promise<void> {
    setIsFinding(false)
    setSought(undefined)
    // The one that is open may show another branch now, so it is read again.
    const isOpen = session.store.getState().conversationId === conversationId
    await (isOpen ? session.open() : session.openConversation(conversationId))
  }

  /** Says whether the message is there. */
  async function openMessage(messageId: string): Promise<boolean> {
    const conversationId = await asker.reveal(messageId)
    if (conversationId === undefined) return false
    await openConversation(conversationId)
    setSought({ messageId, rect: () => undefined })
    return true
  }

  useCommands(() => [
    {
      ...{ id: 'find', title: words('findHere') },
      run: () => setIsFinding(true),
    },
  ])

  return {
    sought,
    findBar: isFinding && <ConversationFind onSeek={setSought} onClose={() => setIsFinding(false)} />,
    palette: (
      <Palette
        search={asker.search}
        state={paletteState}
        onOpenConversation={(id) => void openConversation(id)}
        onOpenMessage={openMessage}
      />
    ),
    searchButton: <SearchButton onPress={paletteState.open} />,
  }
}

interface ConversationFindProps {
  readonly onSeek: (place: SoughtPlace) => void
  readonly onClose: () => void
}

/** Apart, so that only this is drawn again for a word that arrives. */
function ConversationFind(props: ConversationFindProps) {
  const messages = useChat((state) => state.messages)
  return <FindBar messages={messages} {...props} />
}
