import './ui/theme.css'
import './ui/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import type { Events } from '#shared/contract'

import { App } from './app'
import { bridge } from './bridge'
import { createChatSession } from './chat/chat-session'
import { createQuickAsker } from './chat/quick-asker'
import { createReadingMemory } from './chat/reading-memory'
import { createShownConversation } from './chat/shown-conversation'
import { createLibrary } from './conversations/library'
import { createSidebarMemory } from './conversations/sidebar-memory'
import { createOutside } from './create-outside'
import { toLocale } from './i18n/locale'
import type { Words } from './i18n/words'
import type { Save } from './inspector/export-bar'
import type { ReadArrivals } from './inspector/inspection'
import type { Recording } from './inspector/recording-switch'
import { createShownLog } from './inspector/shown-log'
import type { DataParts } from './keeping'
import { createIntentSource } from './intent-source'
import { OutsideContext } from './markdown/outside'
import { readPageKind } from './page-kind'
import { createPortable } from './portable/portable'
import { createWork } from './portable/work'
import { createPresets } from './presets/presets'
import { QuickApp } from './quick-app'
import { createFailureReporter } from './report-failures'
import { createSearchAsker } from './search/search-asker'
import { applyAppearance } from './settings/apply-appearance'
import { createSettingsSession } from './settings/settings-session'
import { holdEvent } from './ui/hold-event'
import { onVisibility } from './ui/on-visibility'
import { createWindowTicker } from './ui/ticker'
import { whenIdle } from './ui/when-idle'

const reportFailure = createFailureReporter(bridge)
window.addEventListener('error', ({ error }) => {
  // Without one it is a remark of the browser's, such as that a size was observed a frame late.
  if (error instanceof Error) reportFailure('window', error)
})
window.addEventListener('unhandledrejection', ({ reason }) => reportFailure('promise', reason))

const { isQuick, isPseudo } = readPageKind(window.location.hash)
const newId = (): string => crypto.randomUUID()
const locale = toLocale(navigator.language)

const settings = createSettingsSession(bridge)
settings.store.subscribe(({ values }) => applyAppearance(document.documentElement, values))

const memory = createReadingMemory(window.localStorage)
const ticker = createWindowTicker()
const session = createChatSession({
  bridge,
  newId,
  now: ticker.now,
  onVisibility: onVisibility(document),
  // Of this window alone, and gone with it.
  shown: createShownConversation(window.sessionStorage),
  isHalfRead: (conversationId) => memory.readPlace(conversationId) !== undefined,
  whenIdle,
})
window.addEventListener('pagehide', session.leave)

const library = createLibrary(bridge, newId)
const asker = createQuickAsker(bridge, newId)
if (isQuick) {
  void session.listModels()
  void session.openConversation(newId())
} else {
  void session.open()
  void library.open()
}

const presets = createPresets(bridge, newId)
if (!isQuick) void presets.open()

const readArrivals: ReadArrivals = async (replyId, from) => {
  const answer = await bridge.ask('readArrivals', { replyId, from })
  return answer.ok ? answer.value.arrivals : undefined
}

const save: Save = async (name, text) => {
  const answer = await bridge.ask('saveText', { name, text })
  if (!answer.ok) throw new Error(answer.error.detail)
}

const outside = createOutside(bridge, (name, svg) => save(name, svg, 'image/svg+xml'))

const recording: Recording = {
  isOn: async () => {
    const answer = await bridge.ask('readRecording', {})
    return answer.ok && answer.value.isOn
  },
  switchTo: session.switchRecording,
}

const shownLog = createShownLog(() => performance.now())
bridge.on('reply', ({ type, replyId }) => {
  if (type === 'reply-start') shownLog.begin(replyId)
  if (type === 'reply-resume') shownLog.forget(replyId)
})

const portable = createPortable(bridge)
const wishes = holdEvent<Events['portableWish']>((listener) => bridge.on('portableWish', listener))
const data: DataParts = {
  portable,
  work: createWork(portable),
  onWish: (listener) => wishes.on(({ wish }) => listener(wish)),
}

const intents = createIntentSource(bridge, newId)

// Before anything is drawn, so that nothing is drawn in another language or size first.
const pseudoWords = readPseudoWords()
void settings.open().finally(async () => draw(await pseudoWords))

async function readPseudoWords(): Promise<Words | undefined> {
  if (!isPseudo) return undefined
  const { toPseudoWords } = await import('./i18n/pseudo-words')
  return toPseudoWords()
}

function draw(words: Words | undefined): void {
  const page = { session, settings, locale, words, ticker }
  createRoot(document.getElementById('root')!, { onCaughtError: (cause) => reportError(cause) }).render(
    <StrictMode>
      <OutsideContext value={outside}>
        {isQuick ? (
          <QuickApp {...page} asker={asker} />
        ) : (
          <App
            {...page}
            memory={memory}
            conversations={{ library, memory: createSidebarMemory(window.localStorage) }}
            inspector={{ shownLog, readArrivals, save, recording }}
            data={data}
            presets={presets}
            intents={intents}
            search={createSearchAsker(bridge)}
          />
        )}
      </OutsideContext>
    </StrictMode>,
  )
}
