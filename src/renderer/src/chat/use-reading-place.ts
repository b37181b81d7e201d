import { useEffectEvent, useLayoutEffect } from 'react'

import { allMessages, distance, findMessage, topAt } from './message-element'
import type { ReadingMemory, ReadingPlace } from './reading-memory'
import type { FollowedView } from './use-follow-end'

interface ReadingPlaceOptions extends Pick<FollowedView, 'scroller' | 'isFollowing' | 'follow' | 'hold'> {
  readonly conversationId: string | undefined
  readonly memory: Pick<ReadingMemory, 'readPlace' | 'keepPlace'>
}

/** Brings the reader back to where they were in a conversation, and remembers where they are. */
export function useReadingPlace(options: ReadingPlaceOptions): void {
  const { scroller, isFollowing, follow, hold, conversationId, memory } = options

  const arrive = useEffectEvent(() => {
    if (scroller === null || conversationId === undefined) return
    const place = memory.readPlace(conversationId)
    if (place === undefined || findMessage(scroller, place.messageId) === null) return follow()
    hold(() => {
      const message = findMessage(scroller, place.messageId)
      return message === null ? undefined : topAt(scroller, message, place.offset)
    })
  })

  const keep = useEffectEvent(() => {
    if (scroller === null || conversationId === undefined) return
    memory.keepPlace(conversationId, isFollowing ? undefined : currentPlace(scroller))
  })

  useLayoutEffect(() => {
    arrive()
  }, [scroller, conversationId])

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

function currentPlace(scroller: Element): ReadingPlace | undefined {
  const first = allMessages(scroller).find(
    (message) => distance(scroller, message) + message.offsetHeight > 0,
  )
  const messageId = first?.dataset['message']
  if (first === undefined || messageId === undefined) return undefined
  return { messageId, offset: Math.round(distance(scroller, first)) }
}
