import { z } from 'zod'

import type { AppError } from '../app-error'
import {
  CONNECTION_ID,
  type Connection,
  type FieldName,
  type FieldProblem,
  type ProviderDescription,
} from '../connection'
import type { ConnectionTestEvent, TestStep } from '../connection-test'
import type { ModelChoice } from '../model-choice'

const connectionId = z.string().regex(CONNECTION_ID)
const modelName = z.string().min(1).max(160)
const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/)
/** `null` takes a value away; what is not named stays. */
const changes = z.record(fieldName, z.string().trim().max(20_000).nullable())

export const connectionRequests = {
  listProviders: z.strictObject({}),
  /** Also looks for what has come to run on this computer. */
  listConnections: z.strictObject({}),
  /** Without an id: a new connection. Secrets cross the bridge here, in this direction only. */
  saveConnection: z.strictObject({
    id: connectionId.optional(),
    provider: z.string().max(40),
    name: z.string().trim().max(80),
    fields: changes,
  }),
  removeConnection: z.strictObject({ connectionId }),
  /** Answers when the test is over; until then, `connectionTest` events tell how far it is. */
  testConnection: z.strictObject({
    testId: z.uuid(),
    connectionId,
    /** Instead of the connection's default. */
    modelName: modelName.optional(),
  }),
  stopConnectionTest: z.strictObject({ testId: z.uuid() }),
  /** Asks the provider which models it has, where it can be asked. */
  refreshModels: z.strictObject({ connectionId }),
  chooseDefaultModel: z.strictObject({ connectionId, modelName }),
  favourModel: z.strictObject({ modelId: z.string().min(1).max(200), isFavourite: z.boolean() }),
}

export interface ConnectionAnswers {
  listProviders: { readonly providers: readonly ProviderDescription[] }
  listConnections: { readonly connections: readonly Connection[] }
  saveConnection: SavedConnection
  removeConnection: void
  testConnection: { readonly steps: readonly TestStep[] }
  stopConnectionTest: void
  refreshModels: { readonly models: readonly ModelChoice[]; readonly error?: AppError }
  chooseDefaultModel: void
  favourModel: void
}

export interface ConnectionEvents {
  connectionTest: ConnectionTestEvent
}

export type SavedConnection =
  | { readonly isSaved: true; readonly connection: Connection }
  /** Nothing was changed. */
  | {
      readonly isSaved: false
      readonly problems: readonly { readonly field: FieldName; readonly problem: FieldProblem }[]
    }
