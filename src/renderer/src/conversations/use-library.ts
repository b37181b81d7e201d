import { createContext, use } from 'react'
import { useStore } from 'zustand'

import type { Library } from './library'
import type { LibraryState } from './library-state'

export const LibraryContext = createContext<Library | undefined>(undefined)

export function useLibrary(): Library {
  const library = use(LibraryContext)
  if (library === undefined) throw new Error('useLibrary needs a LibraryContext above it')
  return library
}

export function useLibraryState<Slice>(select: (state: LibraryState) => Slice): Slice {
  return useStore(useLibrary().store, select)
}
