const STEP = 1.25
const SMALLEST = 0.25
const LARGEST = 4

/** How large a picture is, as a factor; undefined while it fits into the page. */
export type Zoom = number | undefined

export function zoomIn(zoom: Zoom): Zoom {
  return Math.min(LARGEST, (zoom ?? 1) * STEP)
}

export function zoomOut(zoom: Zoom): Zoom {
  return Math.max(SMALLEST, (zoom ?? 1) / STEP)
}

/** What a key does to the zoom; undefined when it is none of the keys for that. */
export function zoomByKey(key: string): ((zoom: Zoom) => Zoom) | undefined {
  if (key === '+' || key === '=') return zoomIn
  if (key === '-') return zoomOut
  return key === '0' ? () => undefined : undefined
}
