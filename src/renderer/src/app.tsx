import { PanelLeft } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'

import type { ChatSession } from './chat/chat-session'
import { type PickedReply, pickReply } from './chat/chat-state'
import { ChatView } from './chat/chat-view'
import type { ReadingMemory } from './chat/reading-memory'
import { ChatSessionContext, useChat, useChatSession } from './chat/use-chat'
import type { Library } from './conversations/library'
import { Sidebar } from './conversations/sidebar'
import { isOverlaid, SidebarLayout } from './conversations/sidebar-layout'
import type { SidebarMemory } from './conversations/sidebar-memory'
import { LibraryContext } from './conversations/use-library'
import { useSidebar } from './conversations/use-sidebar'
import { useTrashDoor } from './conversations/use-trash-door'
import type { Locale } from './i18n/locale'
import type { Words } from './i18n/words'
import { WordsProvider } from './i18n/words-provider'
import { InspectorLayout } from './inspector/inspector-layout'
import { useConversationDoors } from './doors'
import { Inspector, type InspectorParts } from './inspecting'
import { type DataParts, useKeeping } from './keeping'
import { PresetCompletion } from './presets/preset-completion'
import type { Presets } from './presets/presets'
import { PresetsPanel } from './presets/presets-panel'
import { PresetsContext } from './presets/use-presets'
import { SettingsLayer } from './settings/settings-layer'
import type { SearchAsker } from './search/search-asker'
import { useSearching } from './searching'
import type { SettingsSession } from './settings/settings-session'
import { SettingsContext, useSettingsSession } from './settings/use-settings'
import { useSettingsDialog } from './settings/use-settings-dialog'
import { createCommands } from './ui/commands'
import { IconButton } from './ui/icon-button'
import { Notices } from './ui/notices'
import type { Ticker } from './ui/ticker'
import { useCommandKeys } from './ui/use-command-keys'
import { CommandsContext } from './ui/use-commands'
import { useHint } from './ui/use-hint'
import { PreferencesContext } from './ui/preferences'
import { TickerContext } from './ui/use-ticking'

interface AppProps {
  readonly session: ChatSession
  readonly settings: SettingsSession
  /** The system's, for whoever has not chosen another. */
  readonly locale: Locale
  /** Instead of that language's own. */
  readonly words?: Words | undefined
  readonly ticker: Ticker
  readonly memory: ReadingMemory
  readonly inspector: InspectorParts
  readonly conversations: ConversationsParts
  readonly search: SearchAsker
  readonly data: DataParts
  readonly presets: Presets
}

export interface ConversationsParts {
  readonly library: Library
  readonly memory: SidebarMemory
}

export function App(props: AppProps) {
  const { session, settings, locale, words, ticker, memory, inspector, search, conversations, data } = props
  const [commands] = useState(createCommands)
  const chosen = useStore(settings.store, ({ values }) => values.language)
  const language = chosen === 'system' ? locale : chosen

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return (
    <WordsProvider locale={language} words={words}>
      <SettingsContext value={settings}>
        <PreferencesContext value={settings.store}>
          <TickerContext value={ticker}>
            <CommandsContext value={commands}>
              <ChatSessionContext value={session}>
                <LibraryContext value={conversations.library}>
                  <PresetsContext value={props.presets}>
                    <Notices>
                      <Window {...{ memory, inspector, search, data }} sidebarMemory={conversations.memory} />
                    </Notices>
                  </PresetsContext>
                </LibraryContext>
              </ChatSessionContext>
            </CommandsContext>
          </TickerContext>
        </PreferencesContext>
      </SettingsContext>
    </WordsProvider>
  )
}

type WindowProps = Pick<AppProps, 'memory' | 'inspector' | 'search' | 'data'> & {
  readonly sidebarMemory: SidebarMemory
}

/** All conversations, the one that is open, and beside it what looks behind a reply. */
function Window({ memory, inspector, search, data, sidebarMemory }: WindowProps) {
  const [isInspecting, setIsInspecting] = useState(false)
  const [picked, setPicked] = useState<PickedReply>()
  const { store, openConversation, startConversation, listModels } = useChatSession()
  const openId = useChat((state) => state.conversationId)
  const sidebar = useSidebar(sidebarMemory)
  const { sought, findBar, palette, searchButton } = useSearching(search)
  const words = useTranslations('sidebar')
  const hint = useHint()
  const settings = useSettingsDialog()
  const { change } = useSettingsSession()
  useCommandKeys()
  const keeping = useKeeping(data, () => settings.open('data'))
  const trash = useTrashDoor()
  const doors = useConversationDoors(() => settings.open('chat'))

  async function go(there: Promise<void>): Promise<void> {
    if (isOverlaid()) sidebar.close()
    await there
    document.querySelector<HTMLElement>('[data-composer]')?.focus()
  }

  function inspect(replyId: string): void {
    setPicked(pickReply(store.getState(), replyId))
    setIsInspecting(true)
  }

  const { open: openSettings } = settings
  const managePrompts = useCallback(() => openSettings('prompts'), [openSettings])

  const list = (
    <Sidebar
      openId={openId}
      memory={sidebarMemory}
      onOpen={(id) => void go(openConversation(id))}
      onNew={() => void go(startConversation())}
      onHide={sidebar.close}
      tools={searchButton}
      onTrash={trash.open}
    />
  )

  return (
    <SidebarLayout {...sidebar.layout} sidebar={list}>
      <InspectorLayout
        panel={
          isInspecting && <Inspector {...inspector} picked={picked} onClose={() => setIsInspecting(false)} />
        }
      >
        <PresetCompletion onManage={managePrompts}>
          <ChatView
            lead={
              sidebar.isOpen ? undefined : (
                <>
                  <IconButton
                    icon={PanelLeft}
                    label={words('show')}
                    hint={hint(words('show'), 'sidebar')}
                    onPress={sidebar.open}
                  />
                  {searchButton}
                </>
              )
            }
            memory={memory}
            sought={sought}
            overlay={findBar}
            tools={doors.tools}
            isInspecting={isInspecting}
            onToggleInspector={() => setIsInspecting(!isInspecting)}
            onOpenSettings={() => settings.open('general')}
            onChooseAnswerView={(answerView) => void change({ answerView })}
            onInspect={inspect}
            onShown={inspector.shownLog.note}
          />
        </PresetCompletion>
      </InspectorLayout>
      <SettingsLayer
        dialog={settings}
        slots={{ data: keeping.panel, prompts: <PresetsPanel {...keeping.ofPresets} /> }}
        onModelsChange={() => void listModels()}
      />
      {keeping.doors}
      {palette}
      {trash.dialog}
      {doors.dialogs}
    </SidebarLayout>
  )
}
