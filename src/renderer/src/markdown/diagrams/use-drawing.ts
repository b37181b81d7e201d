import { useEffect, useState } from 'react'

import type { Drawing, DrawingRoom, Order } from './drawing-room'

/** The drawing of a diagram; undefined until there is one. A new look replaces the old one when it is drawn. */
export function useDrawing(room: DrawingRoom, { source, look, language }: Order): Drawing | undefined {
  const known = room.find({ source, look, language })
  const [shown, setShown] = useState(known)

  useEffect(() => {
    if (known !== undefined) return
    const abort = new AbortController()
    // It rejects only when nobody waits any more.
    room.draw({ source, look, language }, abort.signal).then(setShown, () => undefined)
    return () => abort.abort()
  }, [room, known, source, look, language])

  return known ?? shown
}
