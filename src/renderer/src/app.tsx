import { PanelLeft } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'

import { type PickedReply, pickReply } from './chat/chat-state'
import { ChatView } from './chat/chat-view'
import type { ReadingMemory } from './chat/reading-memory'
import { useChat, useChatSession } from './chat/use-chat'
import type { Library } from './conversations/library'
import { isOverlaid } from './conversations/overlaid'
import { Sidebar } from './conversations/sidebar'
import { SidebarLayout } from './conversations/sidebar-layout'
import type { SidebarMemory } from './conversations/sidebar-memory'
import { LibraryContext } from './conversations/use-library'
import { useSidebar } from './conversations/use-sidebar'
import { useTrashDoor } from './conversations/use-trash-door'
import { InspectorLayout } from './inspector/inspector-layout'
import { useConversationDoors } from './doors'
import { Inspector, type InspectorParts } from './inspecting'
import { type DataParts, useKeeping } from './keeping'
import { PresetCompletion } from './presets/preset-completion'
import type { Presets } from './presets/presets'
import { PresetsPanel } from './presets/presets-panel'
import { PresetsContext } from './presets/use-presets'
import { PageContexts, type PageContextsProps } from './page-contexts'
import { SettingsLayer } from './settings/settings-layer'
import type { SearchAsker } from './search/search-asker'
import { useQuickCommand } from './quick-command'
import { useSearching } from './searching'
import { useSettingsSession } from './settings/use-settings'
import { useSettingsDialog } from './settings/use-settings-dialog'
import type { IntentSource } from './intent-source'
import { useIntents } from './use-intents'
import { IconButton } from './ui/icon-button'
import { PartBoundary } from './ui/part-boundary'
import { useCommandKeys } from './ui/use-command-keys'
import { useHint } from './ui/use-hint'

interface AppProps extends Omit<PageContextsProps, 'children'> {
  readonly memory: ReadingMemory
  readonly inspector: InspectorParts
  readonly conversations: ConversationsParts
  readonly search: SearchAsker
  readonly data: DataParts
  readonly presets: Presets
  readonly intents: IntentSource
}

export interface ConversationsParts {
  readonly library: Library
  readonly memory: SidebarMemory
}

export function App({ memory, inspector, search, conversations, data, presets, intents, ...page }: AppProps) {
  return (
    <PageContexts {...page}>
      <LibraryContext value={conversations.library}>
        <PresetsContext value={presets}>
          <Window {...{ memory, inspector, search, data, intents }} sidebarMemory={conversations.memory} />
        </PresetsContext>
      </LibraryContext>
    </PageContexts>
  )
}

type WindowProps = Pick<AppProps, 'memory' | 'inspector' | 'search' | 'data' | 'intents'> & {
  readonly sidebarMemory: SidebarMemory
}

/** All conversations, the one that is open, and beside it what looks behind a reply. */
function Window({ memory, inspector, search, data, intents, sidebarMemory }: WindowProps) {
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
  useQuickCommand()
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
  useIntents(intents, { openSettings, importOpened: keeping.importOpened })
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
    <SidebarLayout {...sidebar.layout} sidebar={<PartBoundary part="panel">{list}</PartBoundary>}>
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
