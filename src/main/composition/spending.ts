import { shell } from 'electron'

import type { ModelChoice } from '#shared/model-choice'
import { isOffline } from '#shared/offline-providers'
import type { SpendingAnswers } from '#shared/requests/spending'
import { type ModelSpending, type Spending, sumSpending } from '#shared/spending'

import type { Handlers } from '../bridge/answer'
import type { AnswerLimits } from '../chat/answer-limit'
import { createDayLimit } from '../chat/day-limit'
import type { SpendingStore } from '../conversations/spending-store'
import { BUILT_IN_DATE, makePriceList, readPriceList } from '../models/prices'
import type { PreferenceStore } from '../settings/preferences'

export interface SpendingParts {
  readonly store: SpendingStore
  readonly models: { readonly list: () => readonly ModelChoice[] }
  readonly preferences: Pick<PreferenceStore, 'read'>
  /** The user's own prices. */
  readonly priceFile: string
}

/** What answers took, and the limits that the user set. */
export function composeSpending({ store, models, preferences, priceFile }: SpendingParts) {
  const find = (modelId: string) => models.list().find(({ id }) => id === modelId)
  const sum = (parts: readonly ModelSpending[]): Spending => {
    const prices = new Map(models.list().map(({ id, price }) => [id, price]))
    return sumSpending(parts, (modelId) => prices.get(modelId))
  }
  const dayLimit = createDayLimit({
    limits: () => {
      const { mostTokensPerDay: tokens, mostDollarsPerDay: dollars } = preferences.read()
      return { tokens, dollars }
    },
    spentSince: (time) => sum(store.since(time)),
    isBilled: (modelId) => !isOffline(modelId) && find(modelId)?.provider !== 'ollama',
    now: Date.now,
  })
  const handlers: Pick<Handlers, keyof SpendingAnswers> = {
    readSpending: ({ conversationId }) => ({
      conversation: sum(store.ofConversation(conversationId)),
      day: dayLimit.spentToday(),
    }),
    allowSpending: dayLimit.allow,
    readPriceList: () => ({ file: priceFile, date: BUILT_IN_DATE, own: readPriceList(priceFile).own }),
    openPriceList: async () => {
      makePriceList(priceFile)
      // Where no program takes the file, its folder is shown.
      if ((await shell.openPath(priceFile)) !== '') shell.showItemInFolder(priceFile)
    },
  }
  return {
    handlers,
    dayLimit,
    note: store.note,
    limitsOf: (modelId: string): AnswerLimits => {
      const { mostTokensPerAnswer: tokens, mostDollarsPerAnswer: dollars } = preferences.read()
      // To know the price is to read the price list.
      return { tokens, dollars, price: dollars === 0 ? undefined : find(modelId)?.price }
    },
  }
}
