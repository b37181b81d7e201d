import { createContext } from 'react'

import type { DrawingRoom } from './diagrams/drawing-room'
import type { ImageStore } from './images/image-store'

/** What Markdown needs from beyond text. Where it is missing, diagrams stay code and images stay names. */
export interface Outside {
  readonly drawingRoom: DrawingRoom
  readonly images: ImageStore
  /** Asks where to keep a file, and keeps it there. Rejects when that fails. */
  readonly saveSvg: (name: string, svg: string) => Promise<void>
  readonly savePng: (name: string, base64: string) => Promise<void>
}

export const OutsideContext = createContext<Outside | undefined>(undefined)
