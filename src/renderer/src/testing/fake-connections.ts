import type { Answers } from '#shared/contract'
import type { ConnectionAnswers } from '#shared/requests/connections'
import type { Result } from '#shared/result'

type Answered = { readonly [Name in keyof ConnectionAnswers]: () => Result<Answers[Name]> }

const done = { ok: true, value: undefined } as const
const VERTEX = {
  id: 'vertex',
  provider: 'vertex',
  name: 'Google Vertex AI',
  origin: 'built-in',
  fields: {},
} as const

/** What main answers about connections when nobody has added one. */
export const FAKE_CONNECTIONS: Answered = {
  listProviders: () => ({ ok: true, value: { providers: [] } }),
  listConnections: () => ({ ok: true, value: { connections: [VERTEX] } }),
  saveConnection: () => ({ ok: true, value: { isSaved: true, connection: VERTEX } }),
  removeConnection: () => done,
  testConnection: () => ({ ok: true, value: { steps: [] } }),
  stopConnectionTest: () => done,
  refreshModels: () => ({ ok: true, value: { models: [] } }),
  chooseDefaultModel: () => done,
  favourModel: () => done,
}
