import type { Caller, Handlers } from '../bridge/answer'
import type { UpdateFlow } from './update-flow'

export type UpdateRequest = 'readUpdate' | 'checkForUpdate' | 'downloadUpdate' | 'installUpdate'

/** Joins the requests about updates to their flow. None waits for its end: what happens is told. */
export function updateHandlers(flow: UpdateFlow): Pick<Handlers, UpdateRequest> {
  const followers = new Set<Caller>()
  flow.follow((state) => followers.forEach((caller) => caller.tell('update', state)))
  return {
    readUpdate: (_, caller) => {
      followers.add(caller)
      caller.gone.addEventListener('abort', () => followers.delete(caller))
      return flow.state()
    },
    checkForUpdate: () => void flow.check('asked'),
    downloadUpdate: () => void flow.download(),
    installUpdate: () => flow.install(),
  }
}
