import { createHandFrame, type HandFrame } from '../diagrams/testing/hand-frame'
import { createImageStore, type ImageLoad } from '../images/image-store'
import type { Outside } from '../outside'

export interface FakeOutside extends HandFrame {
  readonly outside: Outside
  /** The addresses that were asked for, in order. */
  readonly fetched: readonly string[]
  readonly saved: readonly (readonly [name: string, data: string])[]
}

/** What lies beyond text, with a frame that is moved by hand and one answer for all images. */
export function createFakeOutside(load: ImageLoad = { outcome: 'unreachable' }): FakeOutside {
  const frame = createHandFrame()
  const fetched: string[] = []
  const saved: [string, string][] = []
  const save = async (name: string, data: string) => void saved.push([name, data])
  const images = createImageStore(async (address) => {
    fetched.push(address)
    return load
  })
  return {
    ...frame,
    fetched,
    saved,
    outside: { drawingRoom: frame.room, images, saveSvg: save, savePng: save },
  }
}
