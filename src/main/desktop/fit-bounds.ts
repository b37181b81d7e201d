/** In device-independent pixels, from the upper left corner of the first screen. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** So much of a window's upper edge must be on a screen that it can be taken hold of. In pixels. */
const HOLD = { width: 100, height: 40 }

/**
 * Where a window can be that was there before; undefined when no screen shows enough of it, as after a monitor was taken
 * away. `areas` are what the screens leave to windows.
 */
export function fitBounds(bounds: Bounds, areas: readonly Bounds[]): Bounds | undefined {
  const held = { x: bounds.x, y: bounds.y, width: bounds.width, height: HOLD.height }
  const area = areas.find((each) => {
    const width = Math.min(held.x + held.width, each.x + each.width) - Math.max(held.x, each.x)
    return width >= HOLD.width && held.y >= each.y && held.y + held.height <= each.y + each.height
  })
  if (area === undefined) return undefined
  return {
    ...bounds,
    width: Math.min(bounds.width, area.width),
    height: Math.min(bounds.height, area.height),
  }
}
