import { describe, expect, it } from 'vitest'

import type { Order } from './drawing-room'
import { createHandFrame } from './testing/hand-frame'

const order = (source: string): Order => ({ source, look: 'light', language: 'en' })
const never = () => new AbortController().signal

describe('createDrawingRoom', () => {
  it('opens one frame for all diagrams, and tells it one after the other', async () => {
    const { room, frames, say, draw } = createHandFrame()
    const drawings = ['a', 'b', 'c'].map((source) => room.draw(order(source), never()))
    expect(frames[0]?.told).toEqual([])
    say({ type: 'ready' })
    draw('<svg a/>')
    draw('<svg b/>')
    draw('<svg c/>')
    expect(await Promise.all(drawings)).toMatchObject(
      ['a', 'b', 'c'].map((name) => ({ outcome: 'drawn', picture: { svg: `<svg ${name}/>` } })),
    )
    expect(frames).toMatchObject([{ told: [{ source: 'a' }, { source: 'b' }, { source: 'c' }] }])
  })

  it('finds what it drew before, in the look in which it drew it', async () => {
    const { room, say, draw } = createHandFrame()
    const drawing = room.draw(order('a'), never())
    say({ type: 'ready' })
    draw()
    const drawn = await drawing
    expect(room.find(order('a'))).toBe(drawn)
    expect(room.find({ ...order('a'), look: 'dark' })).toBeUndefined()
    expect(room.find({ ...order('a'), language: 'ja' })).toBeUndefined()
  })

  it('forgets the oldest of many', async () => {
    const { room, say, draw } = createHandFrame()
    const drawings = Array.from({ length: 65 }, (_, index) => room.draw(order(String(index)), never()))
    say({ type: 'ready' })
    drawings.forEach(() => draw())
    await Promise.all(drawings)
    expect([room.find(order('0')), room.find(order('1'))]).toEqual([undefined, expect.anything()])
  })

  it('draws nothing for a view that has gone', async () => {
    const { room, frames, say, draw } = createHandFrame()
    const first = room.draw(order('a'), never())
    const gone = new AbortController()
    const second = room.draw(order('b'), gone.signal)
    const third = room.draw(order('c'), never())
    gone.abort()
    await expect(second).rejects.toThrow()
    say({ type: 'ready' })
    draw()
    draw()
    await Promise.all([first, third])
    expect(frames[0]?.told.map(({ source }) => source)).toEqual(['a', 'c'])
  })

  it('gives up a diagram that never comes, and draws the next one in a new frame', async () => {
    const { room, frames, say, draw, pass } = createHandFrame()
    const slow = room.draw(order('slow'), never())
    const next = room.draw(order('next'), never())
    say({ type: 'ready' })
    pass(20_000)
    expect(await slow).toEqual({ outcome: 'too-slow' })
    say({ type: 'ready' })
    draw()
    expect(await next).toMatchObject({ outcome: 'drawn' })
    expect(frames.map(({ isClosed }) => isClosed)).toEqual([true, false])
  })

  it('closes a frame that nobody needs', async () => {
    const { room, frames, say, draw, pass } = createHandFrame()
    const drawing = room.draw(order('a'), never())
    say({ type: 'ready' })
    draw()
    await drawing
    pass(59_999)
    expect(frames[0]?.isClosed).toBe(false)
    pass(1)
    expect(frames[0]?.isClosed).toBe(true)
  })

  it('does not hear an answer that it did not wait for', async () => {
    const { room, say, draw } = createHandFrame()
    const drawing = room.draw(order('a'), never())
    say({ type: 'ready' })
    say({ type: 'failed', id: 7, line: 1 })
    draw()
    expect(await drawing).toMatchObject({ outcome: 'drawn' })
  })

  it('says where a diagram is wrong', async () => {
    const { room, frames, say } = createHandFrame()
    const drawing = room.draw(order('a'), never())
    say({ type: 'ready' })
    say({ type: 'failed', id: frames[0]?.told[0]?.id ?? 0, line: 3 })
    expect(await drawing).toEqual({ outcome: 'unreadable', line: 3 })
  })

  it('does not even try what Mermaid would refuse for its length', () => {
    expect(createHandFrame().room.find(order('x'.repeat(50_001)))).toEqual({ outcome: 'too-long' })
  })
})
