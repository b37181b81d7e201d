import type { Handlers } from '../bridge/answer'
import { createFollowers } from '../bridge/followers'
import type { UpdateFlow } from './update-flow'

export type UpdateRequest = 'readUpdate' | 'checkForUpdate' | 'downloadUpdate' | 'installUpdate'

/** Joins the requests about updates to their flow. None waits for its end: what happens is told. */
export function updateHandlers(flow: UpdateFlow): Pick<Handlers, UpdateRequest> {
  const followers = createFollowers('update')
  flow.follow(followers.tell)
  return {
    readUpdate: (_, caller) => {
      followers.add(caller)
      return flow.state()
    },
    checkForUpdate: () => void flow.check('asked'),
    downloadUpdate: () => void flow.download(),
    installUpdate: () => flow.install(),
  }
}
