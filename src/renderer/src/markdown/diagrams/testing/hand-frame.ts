import { createDrawingRoom, type DrawingRoom } from '../drawing-room'
import type { DrawRequest, FrameMessage } from '../frame-message'

export interface HandFrame {
  readonly room: DrawingRoom
  /** Every frame that was opened, with what it was told. */
  readonly frames: { readonly told: DrawRequest[]; isClosed: boolean }[]
  /** The latest frame says something. */
  say(message: FrameMessage): void
  /** Draws what the latest frame was told last. */
  draw(svg?: string): void
  /** Time passes: every timer that is due by then goes off. */
  pass(ms: number): void
}

/** A drawing room whose frame, and clock, are moved by hand. */
export function createHandFrame(): HandFrame {
  const frames: HandFrame['frames'] = []
  const timers = new Set<{ readonly at: number; readonly act: () => void }>()
  let now = 0
  let say: HandFrame['say'] = () => {}
  const room = createDrawingRoom({
    openFrame: (onMessage) => {
      const frame = { told: [] as DrawRequest[], isClosed: false }
      frames.push(frame)
      say = onMessage
      return {
        tell: (request) => frame.told.push(request),
        close: () => {
          frame.isClosed = true
        },
      }
    },
    after: (ms, act) => {
      const timer = { at: now + ms, act }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  })
  return {
    room,
    frames,
    say: (message) => say(message),
    draw: (svg = '<svg />') => {
      const id = frames.at(-1)?.told.at(-1)?.id ?? 0
      say({ type: 'drawn', id, svg, width: 300, height: 100, title: '', description: '' })
    },
    pass: (ms) => {
      now += ms
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer)
        timer.act()
      }
    },
  }
}
