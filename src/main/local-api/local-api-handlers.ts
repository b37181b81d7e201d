import type { LocalApiAnswers } from '#shared/requests/local-api'

import type { Handlers } from '../bridge/answer'
import { createFollowers } from '../bridge/followers'
import type { LocalApi } from './local-api'

/** Requests may come fast, and a window need not draw each. */
const TELL_EVERY_MS = 250

/** Joins the contract's requests about the local API to what answers them. */
export function localApiHandlers(api: LocalApi): Pick<Handlers, keyof LocalApiAnswers> {
  const followers = createFollowers('localApi')
  let timer: NodeJS.Timeout | undefined

  api.follow(() => {
    if (!followers.hasAny() || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      followers.tell(api.state())
    }, TELL_EVERY_MS)
  })

  return {
    readLocalApi: (_, caller) => {
      followers.add(caller)
      return api.state()
    },
    renewLocalApiToken: async () => ({ token: await api.renewToken() }),
    clearLocalApiCalls: api.clearCalls,
  }
}
