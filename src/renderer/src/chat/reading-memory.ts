import type { ReadingPlace } from './reading-place'

/** What this computer remembers of how somebody reads. Nothing of what they read. */
export interface ReadingMemory {
  /** Undefined when the reader was at the end. */
  readPlace(conversationId: string): ReadingPlace | undefined
  keepPlace(conversationId: string, place: ReadingPlace | undefined): void
}

/** The places, as JSON: `[conversationId, messageId, offset, ...path][]`, the latest last. Earlier versions had no path. */
export const PLACES_KEY = 'nagare.reading-places'

/** More conversations than anybody has half read. */
const MOST_PLACES = 200

type Entry = readonly [conversationId: string, messageId: string, offset: number, ...path: number[]]

/** A storage that is full, or holds something else, costs only the memory. */
export function createReadingMemory(storage: Pick<Storage, 'getItem' | 'setItem'>): ReadingMemory {
  function read(key: string): string | undefined {
    try {
      return storage.getItem(key) ?? undefined
    } catch {
      return undefined
    }
  }

  function keep(key: string, value: string): void {
    try {
      if (read(key) !== value) storage.setItem(key, value)
    } catch {
      // The reader loses their place after the next start, and nothing else.
    }
  }

  function readPlace(conversationId: string): ReadingPlace | undefined {
    const entry = toEntries(read(PLACES_KEY)).find(([id]) => id === conversationId)
    if (entry === undefined) return undefined
    const [, messageId, offset, ...path] = entry
    return { messageId, path, offset }
  }

  function keepPlace(conversationId: string, place: ReadingPlace | undefined): void {
    const others = toEntries(read(PLACES_KEY)).filter(([id]) => id !== conversationId)
    const own: readonly Entry[] =
      place === undefined ? [] : [[conversationId, place.messageId, place.offset, ...place.path]]
    keep(PLACES_KEY, JSON.stringify([...others, ...own].slice(-MOST_PLACES)))
  }

  return { readPlace, keepPlace }
}

function toEntries(json: string | undefined): readonly Entry[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(value) ? value.filter(isEntry) : []
  } catch {
    return []
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value) || value.length < 3) return false
  const [conversationId, messageId, ...numbers]: readonly unknown[] = value
  return typeof conversationId === 'string' && typeof messageId === 'string' && numbers.every(Number.isFinite)
}
