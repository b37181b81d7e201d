import { createContext } from 'react'

export interface FootnotePlaces {
  /** Begins the ids of one document. */
  readonly prefix: string
  readonly numbers: ReadonlyMap<string, number>
  /** True while the notes may still come. */
  readonly isLive: boolean
}

export const FootnoteContext = createContext<FootnotePlaces>({
  prefix: '',
  numbers: new Map(),
  isLive: false,
})
