import { useEffectEvent, useLayoutEffect, useRef } from 'react'

import { findMessage } from './message-element'
import type { ReadingMemory } from './reading-memory'
import { currentPlace, isAtPlace, type ReadingPlace, topOfPlace } from './reading-place'
import type { FollowedView } from './use-follow-end'

interface ReadingPlaceOptions extends Pick<FollowedView, 'scroller' | 'isFollowing' | 'follow' | 'hold'> {
  readonly conversationId: string | undefined
  readonly memory: Pick<ReadingMemory, 'readPlace' | 'keepPlace'>
}

/** Brings the reader back to where they were in a conversation, and remembers where they are. */
export function useReadingPlace(options: ReadingPlaceOptions): void {
  const { scroller, isFollowing, follow, hold, conversationId, memory } = options

  const arrival = useRef<ReadingPlace>(undefined)

  const arrive = useEffectEvent(() => {
    if (scroller === null || conversationId === undefined) return
    const place = memory.readPlace(conversationId)
    arrival.current = place
    if (place === undefined || findMessage(scroller, place.messageId) === null) return follow()
    hold(() => topOfPlace(scroller, place))
  })

  const keep = useEffectEvent(() => {
    if (scroller === null || conversationId === undefined) return
    const { current: arrived } = arrival
    // Until they move they are where they came to, though not all that is there has been laid out yet.
    const hasStayed = arrived !== undefined && isAtPlace(scroller, arrived)
    memory.keepPlace(conversationId, isFollowing ? undefined : hasStayed ? arrived : currentPlace(scroller))
  })

  useLayoutEffect(() => {
    arrive()
  }, [scroller, conversationId])

  // Who selects words leaves the end, and who jumps may already be there: nothing scrolls.
  useLayoutEffect(() => {
    keep()
  }, [isFollowing])

  useLayoutEffect(() => {
    if (scroller === null || conversationId === undefined) return
    scroller.addEventListener('scrollend', keep)
    window.addEventListener('pagehide', keep)
    return () => {
      scroller.removeEventListener('scrollend', keep)
      window.removeEventListener('pagehide', keep)
    }
  }, [scroller, conversationId])
}
