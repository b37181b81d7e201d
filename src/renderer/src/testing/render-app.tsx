import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'

import type { ConversationsEvent } from '#shared/conversation'
import type { ReplyEvent } from '#shared/reply-event'

import { App } from '../app'
import { createChatSession } from '../chat/chat-session'
import { createReadingMemory } from '../chat/reading-memory'
import { createLibrary } from '../conversations/library'
import { createSidebarMemory } from '../conversations/sidebar-memory'
import type { Locale } from '../i18n/locale'
import type { ReadArrivals } from '../inspector/inspection'
import { createShownLog } from '../inspector/shown-log'
import { createFakeRecording } from '../inspector/testing/fake-recording'
import { createIntentSource } from '../intent-source'
import { createPortable } from '../portable/portable'
import { createWork } from '../portable/work'
import { createPresets } from '../presets/presets'
import { createSearchAsker } from '../search/search-asker'
import { createSettingsSession } from '../settings/settings-session'
import { createWindowTicker } from '../ui/ticker'
import { createFakeBridge } from './fake-bridge'

interface RenderAppOptions {
  readonly main?: ReturnType<typeof createFakeBridge>
  readonly locale?: Locale
  /** The inspector wants to know when the chunks of this reply came. */
  readonly onReadArrivals?: (replyId: string) => void
}

/** The whole window before a fake main, opened. The ids that it mints are `id-1`, `id-2` and so on. */
export async function renderApp({
  main = createFakeBridge(),
  locale = 'en',
  onReadArrivals = () => {},
}: RenderAppOptions = {}) {
  let ids = 0
  const ticker = createWindowTicker()
  const session = createChatSession({
    bridge: main.bridge,
    newId: () => `id-${++ids}`,
    now: ticker.now,
    onVisibility: () => () => {},
  })
  const settings = createSettingsSession(main.bridge)
  await settings.open()
  const shownLog = createShownLog(ticker.now)
  const readArrivals: ReadArrivals = async (replyId) => {
    onReadArrivals(replyId)
    return []
  }
  const inspector = { shownLog, readArrivals, save: async () => {}, recording: createFakeRecording() }
  const portable = createPortable(main.bridge)
  const data = { portable, work: createWork(portable), onWish: () => () => {} }
  const memory = createReadingMemory(window.localStorage)
  const search = createSearchAsker(main.bridge)
  const library = createLibrary(main.bridge, () => `id-${++ids}`)
  const presets = createPresets(main.bridge, () => `id-${++ids}`)
  const conversations = { library, memory: createSidebarMemory(window.localStorage) }
  render(
    <App
      {...{ session, settings, locale, ticker, memory, inspector, conversations, data, search, presets }}
      intents={createIntentSource(main.bridge, () => `id-${++ids}`)}
    />,
  )
  await act(async () => {
    await Promise.all([session.open(), library.open(), presets.open()])
  })
  return {
    main,
    shownLog,
    user: userEvent.setup(),
    tell: (event: ReplyEvent) => act(() => main.tell(event)),
    tellList: (event: ConversationsEvent) => act(() => main.announce('conversations', event)),
  }
}
