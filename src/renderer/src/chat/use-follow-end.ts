import { type RefObject, useEffect, useRef, useState } from 'react'

import { createFollowEnd, type FollowEnd } from './follow-end'

interface FollowedView {
  readonly scrollerRef: RefObject<HTMLDivElement | null>
  readonly contentRef: RefObject<HTMLDivElement | null>
  readonly isFollowing: boolean
  readonly follow: () => void
}

/** Joins the following of the end to a scrolling element and to the size of what is in it. */
export function useFollowEnd(): FollowedView {
  const scrollerRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const following = useRef<FollowEnd>(null)
  const [isFollowing, setIsFollowing] = useState(true)

  useEffect(() => {
    const scroller = scrollerRef.current
    const content = contentRef.current
    if (scroller === null || content === null) return
    const end = createFollowEnd(scroller, setIsFollowing)
    following.current = end
    const sizes = new ResizeObserver(end.grown)
    sizes.observe(content)
    sizes.observe(scroller)
    return () => {
      sizes.disconnect()
      end.dispose()
      following.current = null
    }
  }, [])

  return { scrollerRef, contentRef, isFollowing, follow: () => following.current?.follow() }
}
