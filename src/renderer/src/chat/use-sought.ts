import { useEffectEvent, useLayoutEffect } from 'react'

import { findMessage, topAt } from './message-element'
import type { FollowedView } from './use-follow-end'

/** A place in the conversation that somebody is looking for. */
export interface Sought {
  readonly messageId: string
  /** Where exactly on the screen, as far as it is drawn. */
  readonly rect: () => DOMRect | undefined
}

/** How far below the upper edge of the view it comes to stand, as a share of the view. */
const SHARE_ABOVE = 0.25

/** Takes the reader to a place, and holds it there until they move. */
export function useSought(
  sought: Sought | undefined,
  { scroller, hold }: Pick<FollowedView, 'scroller' | 'hold'>,
): void {
  const go = useEffectEvent(() => {
    if (scroller === null || sought === undefined) return
    hold(() => {
      const message = findMessage(scroller, sought.messageId)
      if (message === null) return undefined
      const offset = scroller.clientHeight * SHARE_ABOVE
      const rect = sought.rect()
      if (rect === undefined) return topAt(scroller, message, offset)
      return scroller.scrollTop + rect.top - scroller.getBoundingClientRect().top - offset
    })
  })

  useLayoutEffect(() => {
    go()
  }, [sought, scroller])
}
