import { useLayoutEffect, useRef, useState } from 'react'

import { createFloor } from './floor'
import { createFollowEnd, type FindTop, type FollowEnd } from './follow-end'
import { allMessages } from './message-element'
import { countLines, type LastMessage, type NewLines, reflowed, startCounting } from './new-lines'
import { scrollsWithin } from './scrolls-within'
import { watchUnfolding } from './unfolding'

export interface FollowedView {
  /** What scrolls; null until it is there. */
  readonly scroller: HTMLElement | null
  readonly setScroller: (element: HTMLElement | null) => void
  readonly setContent: (element: HTMLElement | null) => void
  readonly isFollowing: boolean
  /** How many lines came below since the reader left the end. */
  readonly newLines: number
  readonly follow: (stopAt?: FindTop) => void
  readonly hold: (place: FindTop) => void
}

/** Joins the following of the end to a scrolling element and to the size of what is in it. */
export function useFollowEnd(): FollowedView {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [content, setContent] = useState<HTMLElement | null>(null)
  const [isFollowing, setIsFollowing] = useState(true)
  const [newLines, setNewLines] = useState(0)
  const following = useRef<FollowEnd>(null)

  useLayoutEffect(() => {
    if (scroller === null || content === null) return
    let lines: NewLines | undefined
    let width = content.clientWidth

    function count(next: typeof countLines): void {
      const last = lastMessage(content)
      lines = lines && last && next(lines, last)
      setNewLines(lines?.count ?? 0)
    }

    const floor = createFloor(scroller, content)
    const end = createFollowEnd(scroller, {
      floor,
      surroundings: window,
      hasSelection: () => isSelecting(scroller),
      scrollsWithin: (target, way) => scrollsWithin(scroller, target, way),
      onChange: (next) => {
        const last = lastMessage(content)
        lines = next ? undefined : last && startCounting(last)
        setNewLines(0)
        setIsFollowing(next)
      },
    })
    following.current = end
    const stopWatching = watchUnfolding({
      scroller,
      onUnfold: (place) => {
        end.unfolded(place)
        count(reflowed)
      },
    })
    const sizes = new ResizeObserver(() => {
      end.grown()
      count(content.clientWidth === width ? countLines : reflowed)
      width = content.clientWidth
    })
    sizes.observe(content)
    sizes.observe(scroller)
    return () => {
      sizes.disconnect()
      stopWatching()
      end.dispose()
      floor.remove()
      following.current = null
    }
  }, [scroller, content])

  return {
    scroller,
    setScroller,
    setContent,
    isFollowing,
    newLines,
    follow: (stopAt) => following.current?.follow(stopAt),
    hold: (place) => following.current?.hold(place),
  }
}

function lastMessage(content: Element | null): LastMessage | undefined {
  const element = content === null ? undefined : allMessages(content).at(-1)
  if (element === undefined) return undefined
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight)
  return {
    id: element.dataset['message'] ?? '',
    height: element.offsetHeight,
    lineHeight,
    isWritten: element.querySelector('[aria-busy="true"], [data-flowing="true"]') !== null,
  }
}

function isSelecting(view: Element): boolean {
  const selection = view.ownerDocument.getSelection()
  return selection !== null && !selection.isCollapsed && view.contains(selection.anchorNode)
}
