import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createFakeScroller } from './testing/fake-scroller'

const KEY = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, defaultPrevented: false }

describe('following the end', () => {
  it('keeps the end in sight while the text grows', () => {
    const { scroller, growBelow } = createFakeScroller()
    growBelow(40)
    expect(scroller.scrollTop).toBe(440)
  })

  it('lets go at the smallest turn of the wheel, before the view has moved', () => {
    const { scroller, changes, dispatch, growBelow } = createFakeScroller()
    dispatch('wheel', { deltaY: -1, ctrlKey: false })
    growBelow(40)
    expect([scroller.scrollTop, changes]).toEqual([400, [false]])
  })

  it('lets go at a key that moves up, before the view has moved', () => {
    const { scroller, changes, dispatch, growBelow } = createFakeScroller()
    dispatch('keydown', { ...KEY, key: 'PageUp' })
    growBelow(40)
    expect([scroller.scrollTop, changes]).toEqual([400, [false]])
  })

  it('lets go when somebody moves the view up in a way that it does not see', () => {
    const { scroller, changes, scrollBy, growBelow } = createFakeScroller()
    scrollBy(-30)
    growBelow(40)
    expect([scroller.scrollTop, changes]).toEqual([370, [false]])
  })

  it('does not take a layout that moves the view for its reader', () => {
    const { scroller, changes, end, reflow, resize } = createFakeScroller()
    reflow(-50, 80)
    reflow(70, -10)
    resize(150)
    resize(60)
    expect([scroller.scrollTop, changes]).toEqual([end(), []])
  })

  it('does not take a layout that moves the view up for the wheel that turns down', () => {
    const { scroller, changes, dispatch, end, reflow } = createFakeScroller()
    dispatch('wheel', { deltaY: 40, ctrlKey: false })
    reflow(-50, 80)
    expect([scroller.scrollTop, changes]).toEqual([end(), []])
  })

  it('does not let go for a wheel that cannot move anything, nor for one that zooms', () => {
    const { changes, dispatch, growBelow } = createFakeScroller()
    dispatch('wheel', { deltaY: -50, ctrlKey: true })
    growBelow(-420)
    dispatch('wheel', { deltaY: -50, ctrlKey: false })
    expect(changes).toEqual([])
  })

  it('does not move while the reader holds the scroll bar, and catches up when it is let go', () => {
    const { scroller, changes, dispatch, growBelow } = createFakeScroller()
    dispatch('pointerdown')
    growBelow(40)
    const held = scroller.scrollTop
    dispatch('pointermove', { buttons: 1 })
    dispatch('pointermove', { buttons: 0 })
    expect([held, scroller.scrollTop, changes]).toEqual([400, 440, []])
  })

  it('lets go of a reader who drags the scroll bar up while the text grows', () => {
    const { scroller, changes, dispatch, growBelow, scrollBy } = createFakeScroller()
    dispatch('pointerdown')
    scroller.scrollHeight += 40
    scrollBy(-10)
    growBelow(0)
    dispatch('pointerup')
    expect([scroller.scrollTop, changes]).toEqual([390, [false]])
  })

  it('stays with the words that the reader has selected', () => {
    const { scroller, changes, dispatch, growBelow, select } = createFakeScroller()
    dispatch('pointerdown')
    select(true)
    dispatch('pointerup')
    growBelow(40)
    expect([scroller.scrollTop, changes]).toEqual([400, [false]])
  })

  it('does not pull a reader back who is close to the end but has not reached it', () => {
    const { changes, dispatch, scrollBy } = createFakeScroller()
    dispatch('wheel', { deltaY: -10, ctrlKey: false })
    scrollBy(-10)
    scrollBy(7)
    expect(changes).toEqual([false])
  })

  it('follows again when the reader reaches the end that they saw, though it has grown since', () => {
    const { scroller, changes, dispatch, scrollBy, growBelow } = createFakeScroller()
    scrollBy(-50)
    dispatch('wheel', { deltaY: 50, ctrlKey: false })
    scroller.scrollHeight += 30
    scrollBy(50)
    growBelow(0)
    expect([scroller.scrollTop, changes]).toEqual([430, [false, true]])
  })

  it('follows again at the key that goes to the end', () => {
    const { scroller, changes, dispatch, scrollBy } = createFakeScroller()
    scrollBy(-300)
    dispatch('keydown', { ...KEY, key: 'End' })
    expect([scroller.scrollTop, changes]).toEqual([400, [false, true]])
  })

  it('goes to the beginning at the key for that, and stays there while what is above becomes known', () => {
    const { scroller, changes, dispatch, growAbove } = createFakeScroller()
    dispatch('keydown', { ...KEY, key: 'Home' })
    growAbove(300)
    expect([scroller.scrollTop, changes]).toEqual([0, [false]])
    dispatch('wheel', { deltaY: 5, ctrlKey: false })
    growAbove(70)
    expect(scroller.scrollTop).toBe(70)
  })

  it('leaves alone the keys that move a caret', () => {
    const { scroller, changes, dispatch, growBelow } = createFakeScroller()
    for (const key of ['Home', 'PageUp', 'ArrowUp']) {
      dispatch('keydown', { ...KEY, key, target: { tagName: 'TEXTAREA' } })
    }
    growBelow(40)
    expect([scroller.scrollTop, changes]).toEqual([440, []])
  })

  it('does not move a reader who has left when the text becomes shorter, and takes them to its end at the next turn down', () => {
    const { scroller, changes, dispatch, scrollBy, growBelow } = createFakeScroller()
    dispatch('wheel', { deltaY: -30, ctrlKey: false })
    scrollBy(-30)
    growBelow(-200)
    const after = scroller.scrollTop
    dispatch('wheel', { deltaY: 10, ctrlKey: false })
    expect([after, scroller.scrollTop, changes]).toEqual([370, 200, [false, true]])
  })

  it('keeps a floor no longer than the reader needs it', () => {
    const { following, scroller, dispatch, scrollBy, growBelow } = createFakeScroller()
    dispatch('wheel', { deltaY: -30, ctrlKey: false })
    scrollBy(-30)
    growBelow(-200)
    scrollBy(-100)
    const height = scroller.scrollHeight
    growBelow(-150)
    following.hold(() => 300)
    expect([height, scroller.scrollTop]).toEqual([370, 50])
  })

  it('holds what the reader unfolds at the end, and leaves an end that goes out of sight', () => {
    const { following, scroller, changes, growBelow } = createFakeScroller()
    scroller.scrollHeight = 700
    following.unfolded(() => 410)
    growBelow(40)
    expect([scroller.scrollTop, changes]).toEqual([410, [false]])
  })

  it('follows an end that stays in sight when the reader unfolds something', () => {
    const { following, scroller, changes, growBelow } = createFakeScroller()
    following.unfolded(() => 400)
    growBelow(40)
    expect([scroller.scrollTop, changes]).toEqual([440, []])
  })

  it('leaves alone what moves a picture in the text', () => {
    const { scroller, picture, changes, dispatch, scrollBy, growBelow } = createFakeScroller()
    dispatch('wheel', { deltaY: -50, ctrlKey: false, target: picture })
    dispatch('keydown', { ...KEY, key: 'Home', target: picture })
    growBelow(40)
    scrollBy(-100)
    dispatch('keydown', { ...KEY, key: 'End', target: picture })
    dispatch('wheel', { deltaY: 50, ctrlKey: false, target: picture })
    expect([scroller.scrollTop, changes]).toEqual([340, [false]])
  })

  it('follows an answer only until its top is at the upper edge', () => {
    const { following, scroller, changes, growBelow } = createFakeScroller()
    following.follow(() => 470)
    growBelow(50)
    const onTheWay = scroller.scrollTop
    growBelow(50)
    growBelow(50)
    expect([onTheWay, scroller.scrollTop, changes]).toEqual([450, 470, [false]])
  })

  it('holds a place while the heights above it become known, until the reader moves', () => {
    const { following, scroller, dispatch, growBelow } = createFakeScroller()
    let place = 120
    following.hold(() => place)
    place = 180
    growBelow(60)
    const held = scroller.scrollTop
    dispatch('wheel', { deltaY: 5, ctrlKey: false })
    place = 20
    growBelow(10)
    expect([held, scroller.scrollTop]).toEqual([180, 180])
  })

  it('takes its listeners away', () => {
    const { following, listeners } = createFakeScroller()
    following.dispose()
    expect([...listeners.keys()]).toEqual([])
  })
})

const act = fc.oneof(
  fc.record({ kind: fc.constant('wheel' as const), by: fc.integer({ min: -150, max: 150 }) }),
  fc.record({ kind: fc.constant('key' as const), by: fc.constantFrom(-90, -40, 40, 90) }),
  fc.record({ kind: fc.constant('below' as const), by: fc.integer({ min: 0, max: 200 }) }),
  fc.record({ kind: fc.constant('above' as const), by: fc.integer({ min: -20, max: 200 }) }),
  fc.record({ kind: fc.constant('resize' as const), by: fc.integer({ min: 40, max: 300 }) }),
  fc.record({ kind: fc.constant('end' as const), by: fc.constant(0) }),
)

it('is at the end while it follows, and moves for nobody but the reader when they have left', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 60 }), (acts) => {
      const view = createFakeScroller()
      const { scroller, end, dispatch, changes } = view
      for (const { kind, by } of acts) {
        const wasFollowing = changes.at(-1) ?? true
        const [top, height] = [scroller.scrollTop, scroller.scrollHeight]
        const fromEnd = end() - top
        const isMove = kind === 'wheel' || kind === 'key'
        if (kind === 'wheel') dispatch('wheel', { deltaY: by, ctrlKey: false })
        if (kind === 'key') dispatch('keydown', { ...KEY, key: by < 0 ? 'ArrowUp' : 'ArrowDown' })
        if (isMove) view.scrollBy(by)
        if (kind === 'below') view.growBelow(by)
        if (kind === 'above') view.growAbove(by)
        if (kind === 'resize') view.resize(by)
        if (kind === 'end') view.following.follow()

        const isFollowing = changes.at(-1) ?? true
        if (isFollowing) expect(end() - scroller.scrollTop).toBeLessThanOrEqual(2)
        if (isMove && by < -2 && top > 2) expect(isFollowing).toBe(false)
        if (isMove && by > 0 && scroller.scrollTop === end() && scroller.scrollTop > top)
          expect(isFollowing).toBe(true)
        if (!isMove && kind !== 'end') {
          // A layout that takes the view just to the end, under a wheel that turns down, is as good as the wheel.
          const isAtSeenEnd = fromEnd <= 2 || (kind === 'above' && Math.abs(by - fromEnd) <= 2)
          if (!isAtSeenEnd || wasFollowing) expect(isFollowing).toBe(wasFollowing)
          const moved = kind === 'above' ? scroller.scrollHeight - height : 0
          if (!isFollowing) expect(scroller.scrollTop).toBe(Math.max(0, Math.min(top + moved, end())))
        }
      }
    }),
    { numRuns: 1_000 },
  )
})
