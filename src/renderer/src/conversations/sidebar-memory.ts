/** How the list stands in the window. In CSS pixels. */
export interface SidebarShape {
  readonly isOpen: boolean
  readonly width: number
}

export interface SidebarMemory {
  readShape(): SidebarShape
  keepShape(shape: SidebarShape): void
  readFolded(): readonly string[]
  keepFolded(folderIds: readonly string[]): void
}

export const NARROWEST = 200
export const WIDEST = 480
const FIRST_SHAPE: SidebarShape = { isOpen: true, width: 264 }

const SHAPE_KEY = 'nagare.sidebar'
const FOLDED_KEY = 'nagare.folded-folders'

export function toWidth(wanted: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)))
}

/** A storage that is full, or holds something else, costs only the memory. */
export function createSidebarMemory(storage: Pick<Storage, 'getItem' | 'setItem'>): SidebarMemory {
  function read(key: string): unknown {
    try {
      return JSON.parse(storage.getItem(key) ?? 'null')
    } catch {
      return null
    }
  }

  function keep(key: string, value: unknown): void {
    try {
      storage.setItem(key, JSON.stringify(value))
    } catch {
      // The list stands as it first did after the next start, and nothing else is lost.
    }
  }

  function readShape(): SidebarShape {
    const kept = read(SHAPE_KEY)
    if (typeof kept !== 'object' || kept === null) return FIRST_SHAPE
    const { isOpen, width } = kept as Record<string, unknown>
    return {
      isOpen: typeof isOpen === 'boolean' ? isOpen : FIRST_SHAPE.isOpen,
      width: typeof width === 'number' && Number.isFinite(width) ? toWidth(width) : FIRST_SHAPE.width,
    }
  }

  function readFolded(): readonly string[] {
    const kept = read(FOLDED_KEY)
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  }

  return {
    readShape,
    keepShape: (shape) => keep(SHAPE_KEY, shape),
    readFolded,
    keepFolded: (ids) => keep(FOLDED_KEY, ids),
  }
}
