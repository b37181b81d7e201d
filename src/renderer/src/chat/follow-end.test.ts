import { describe, expect, it } from 'vitest'

import { createFollowEnd } from './follow-end'

/** A view of 100 px on a text that grows, without a layout. */
function setUp(height = 500) {
  const listeners = new Map<string, (event: unknown) => void>()
  let top = 0
  const scroller = {
    clientHeight: 100,
    scrollHeight: height,
    get scrollTop() {
      return top
    },
    set scrollTop(next: number) {
      top = Math.min(next, scroller.scrollHeight - scroller.clientHeight)
    },
    addEventListener: (name: string, listener: unknown) =>
      listeners.set(name, listener as (event: unknown) => void),
    removeEventListener: (name: string) => listeners.delete(name),
  }
  const changes: boolean[] = []
  const end = createFollowEnd(scroller, (isFollowing) => changes.push(isFollowing))
  end.grown()
  return {
    end,
    scroller,
    changes,
    listeners,
    grow: (by: number) => {
      scroller.scrollHeight += by
      end.grown()
    },
    scrollBy: (by: number) => {
      scroller.scrollTop += by
      listeners.get('scroll')?.({})
    },
    wheel: (deltaY: number) => listeners.get('wheel')?.({ deltaY }),
  }
}

describe('following the end', () => {
  it('keeps the end in sight while the text grows', () => {
    const { scroller, grow } = setUp()
    grow(40)
    expect(scroller.scrollTop).toBe(440)
  })

  it('lets go at the smallest turn of the wheel, before the view has moved', () => {
    const { scroller, changes, wheel, grow } = setUp()
    wheel(-1)
    grow(40)
    expect([scroller.scrollTop, changes]).toEqual([400, [false]])
  })

  it('lets go when keys or the scroll bar move the view up', () => {
    const { scroller, changes, scrollBy, grow } = setUp()
    scrollBy(-30)
    grow(40)
    expect([scroller.scrollTop, changes]).toEqual([370, [false]])
  })

  it('does not let go for a wheel that cannot move anything', () => {
    const { changes, wheel } = setUp(80)
    wheel(-50)
    expect(changes).toEqual([])
  })

  it('does not pull a reader back who is close to the end but has not reached it', () => {
    const { changes, wheel, scrollBy } = setUp()
    wheel(-10)
    scrollBy(-10)
    scrollBy(7)
    expect(changes).toEqual([false])
  })

  it('follows again when the reader moves down to the end', () => {
    const { scroller, changes, scrollBy, grow } = setUp()
    scrollBy(-50)
    scrollBy(50)
    grow(40)
    expect([scroller.scrollTop, changes]).toEqual([440, [false, true]])
  })

  it('follows again on request', () => {
    const { end, scroller, changes, scrollBy } = setUp()
    scrollBy(-300)
    end.follow()
    expect([scroller.scrollTop, changes]).toEqual([400, [false, true]])
  })

  it('takes its listeners away', () => {
    const { end, listeners } = setUp()
    end.dispose()
    expect([...listeners.keys()]).toEqual([])
  })
})
