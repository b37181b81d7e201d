import type { Answers, Bridge, Events, RequestName, Requests } from '#shared/contract'
import type { ConversationAnswers } from '#shared/requests/conversations'
import type { DiagnosticsAnswers } from '#shared/requests/diagnostics'
import type { ModelChoice } from '#shared/model-choice'
import type { ReplyEvent } from '#shared/reply-event'
import type { ParameterAnswers } from '#shared/requests/parameters'
import type { PortableAnswers } from '#shared/requests/portable'
import type { QuickAnswers } from '#shared/requests/quick'
import type { SpendingAnswers } from '#shared/requests/spending'
import { NOTHING_SPENT } from '#shared/spending'
import type { TrashAnswers } from '#shared/requests/trash'
import type { UpdateAnswers } from '#shared/requests/updates'
import type { Result } from '#shared/result'

import { FAKE_CONNECTIONS } from './fake-connections'
import { FAKE_SETTINGS } from './fake-settings'

export type Asked = { readonly [Name in RequestName]: { name: Name; input: Requests[Name] } }[RequestName]

type AnswerTable = {
  [Name in RequestName]: (input: Requests[Name]) => Result<Answers[Name]> | Promise<Result<Answers[Name]>>
}

export interface FakeBridge {
  readonly bridge: Bridge
  /** Everything that was asked, in order. */
  readonly asked: readonly Asked[]
  tell(event: ReplyEvent): void
  /** Tells something else than a reply's words. */
  announce<Name extends keyof Events>(name: Name, event: Events[Name]): void
  /** Answers differently from now on. */
  answer(answers: Partial<AnswerTable>): void
}

const DEMO = { id: 'demo', name: 'Demo' }
const VERTEX = { id: 'vertex', name: 'Google Vertex AI' }

export const MODELS: readonly ModelChoice[] = [
  { id: 'demo/flow', name: 'Demo', provider: 'demo', connection: DEMO },
  { id: 'vertex/gemini-flash', name: 'Gemini Flash', provider: 'vertex', connection: VERTEX },
  { id: 'vertex/gemini-pro', name: 'Gemini Pro', provider: 'vertex', connection: VERTEX },
]

const done = { ok: true, value: undefined } as const

/** An empty list, in which everything can be done. */
const FAKE_CONVERSATIONS = {
  listConversations: () => ({ ok: true, value: { rows: [], folders: [] } }),
  changeConversations: () => done,
  renameConversation: () => done,
  findBlankConversation: () => ({ ok: true, value: { id: 'blank' } }),
  keepDraft: () => done,
  keepFolder: () => done,
  moveFolder: () => done,
  deleteFolder: () => ({ ok: true, value: { conversationIds: [], folderIds: [] } }),
  restoreFolder: () => done,
  chooseBranch: () => done,
  deleteMessages: () => ({ ok: true, value: { deletedAt: 1 } }),
  restoreMessages: () => done,
  forkConversation: () => done,
} as const satisfies Partial<AnswerTable> & Record<keyof ConversationAnswers, unknown>

const FAKE_TRASH: Pick<AnswerTable, keyof TrashAnswers> = {
  listTrash: () => ({ ok: true, value: { items: [] } }),
  restoreTrash: () => done,
  deleteForGood: () => done,
  emptyTrash: () => done,
}

/** A model that takes a temperature and can be told how hard to think. */
const FAKE_PARAMETERS: Pick<AnswerTable, keyof ParameterAnswers> = {
  readParameters: () => ({
    ok: true,
    value: {
      ...{ own: {}, defaults: {} },
      rules: {
        temperature: { least: 0, most: 2 },
        thinkingLevel: ['low', 'high'],
        stopSequences: { most: 2 },
      },
    },
  }),
  keepParameters: () => done,
  readDefaultParameters: () => ({
    ok: true,
    value: { own: {}, rules: { temperature: { least: 0, most: 2 } } },
  }),
  keepDefaultParameters: () => done,
  showRequest: () => ({ ok: true, value: { method: 'POST', address: 'https://example.com/', body: '{}' } }),
}

/** Nothing was ever asked. */
const FAKE_SPENDING: Pick<AnswerTable, keyof SpendingAnswers> = {
  readSpending: () => ({ ok: true, value: { conversation: NOTHING_SPENT, day: NOTHING_SPENT } }),
  allowSpending: () => done,
  readPriceList: () => ({
    ok: true,
    value: { file: '/home/me/prices.json', date: '2026-11-22', own: 'absent' },
  }),
  openPriceList: () => done,
}

/** No keys call the quick window. */
const FAKE_QUICK: Pick<AnswerTable, keyof QuickAnswers> = {
  readQuickKeys: () => ({ ok: true, value: { status: 'off' } }),
  openQuick: () => done,
  hideQuick: () => done,
  fitQuick: () => done,
  openInWindow: () => done,
}

/** Nobody has looked for an update. */
const FAKE_UPDATES: Pick<AnswerTable, keyof UpdateAnswers> = {
  readUpdate: () => ({ ok: true, value: { step: 'idle' } }),
  checkForUpdate: () => done,
  downloadUpdate: () => done,
  installUpdate: () => done,
  readLicenses: () => ({ ok: true, value: { licenses: [] } }),
}

const FAKE_DIAGNOSTICS: Pick<AnswerTable, keyof DiagnosticsAnswers> = {
  readDiagnostics: () => ({ ok: true, value: { text: '' } }),
  reportFailure: () => done,
  openLogFolder: () => ({ ok: true, value: { isOpen: true, folder: '/home/me/logs' } }),
}

const cancelled = { ok: true, value: { outcome: 'cancelled' } } as const

const PORTABLE: Pick<AnswerTable, keyof PortableAnswers> = {
  exportConversations: () => cancelled,
  exportPresets: () => cancelled,
  printConversation: () => cancelled,
  readImport: () => cancelled,
  addImport: () => cancelled,
  dropImport: () => done,
  cancelPortable: () => done,
  listBackups: () => ({ ok: true, value: { backups: [] } }),
  backUpToFile: () => cancelled,
  restoreBackup: () => cancelled,
  openBackupFolder: () => done,
}

/** Main as seen from a test: remembers what it was asked, answers from a table, and tells what it is told to. */
export function createFakeBridge(answers: Partial<AnswerTable> = {}): FakeBridge {
  const asked: Asked[] = []
  const listeners = new Set<readonly [name: keyof Events, hear: (event: never) => void]>()
  const table: AnswerTable = {
    openConversation: ({ conversationId = 'conversation-1' }) => ({
      ok: true,
      value: { id: conversationId, messages: [] },
    }),
    readRecording: () => ({ ok: true, value: { isOn: false } }),
    switchRecording: () => done,
    saveText: () => ({ ok: true, value: { savedAs: undefined } }),
    savePng: () => ({ ok: true, value: { savedAs: undefined } }),
    loadImage: () => ({ ok: true, value: { outcome: 'unreachable' } }),
    listModels: () => ({ ok: true, value: { models: MODELS, chosenId: 'vertex/gemini-flash' } }),
    startReply: () => done,
    stopReply: () => done,
    continueReply: () => done,
    acknowledgeReply: () => done,
    watchReplies: () => done,
    readArrivals: () => ({ ok: true, value: { arrivals: [] } }),
    chooseModel: () => done,
    ...FAKE_CONVERSATIONS,
    ...FAKE_TRASH,
    ...FAKE_SETTINGS,
    ...FAKE_CONNECTIONS,
    readLocalApi: () => ({ ok: true, value: { status: { kind: 'off' }, token: undefined, calls: [] } }),
    renewLocalApiToken: () => ({ ok: true, value: { token: 'nagare-new-token' } }),
    clearLocalApiCalls: () => done,
    ...FAKE_QUICK,
    readSpelling: () => ({ ok: true, value: { isMissing: false } }),
    ...FAKE_PARAMETERS,
    ...FAKE_SPENDING,
    readPresets: () => ({ ok: true, value: { presets: [] } }),
    keepPresets: () => done,
    deletePreset: () => done,
    takeIntents: () => ({ ok: true, value: { intents: [] } }),
    ...PORTABLE,
    ...FAKE_UPDATES,
    ...FAKE_DIAGNOSTICS,
    search: () => ({
      ok: true,
      value: { conversations: [], messages: [], hasMore: false, problems: [], unread: 0 },
    }),
    revealMessage: () => ({ ok: true, value: { conversationId: undefined } }),
    ...answers,
  }
  const bridge: Bridge = {
    ask: async (name, input) => {
      asked.push({ name, input } as Asked)
      return table[name](input)
    },
    on: (name, listener) => {
      const entry = [name, listener] as const
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
  }
  function announce<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const [of, hear] of listeners) if (of === name) hear(event as never)
  }

  return {
    bridge,
    asked,
    tell: (event) => announce('reply', event),
    announce,
    answer: (next) => Object.assign(table, next),
  }
}
