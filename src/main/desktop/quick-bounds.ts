import type { Bounds } from './fit-bounds'

/** In device-independent pixels. */
const WIDTH = 680
const MARGIN = 16
/** Of the screen: so far down it begins, and so much of it it takes at most. */
const TOP_SHARE = 0.16
const MOST_SHARE = 0.72

/** Where the quick window stands on a screen's work area, in its upper middle, when it wants to be so tall. */
export function quickBounds(area: Bounds, height: number): Bounds {
  const width = Math.min(WIDTH, area.width - 2 * MARGIN)
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + area.height * TOP_SHARE),
    width,
    height: Math.round(Math.min(height, area.height * MOST_SHARE)),
  }
}
