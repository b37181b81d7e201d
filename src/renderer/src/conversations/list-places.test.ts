import { expect, it } from 'vitest'

import type { ConversationRow, Folder } from '#shared/conversation'

import type { ListLine } from './list-lines'
import { listPlaces } from './list-places'

const heading = (key: string): ListLine => ({ kind: 'heading', key, of: { kind: 'pinned' } })
const row = (key: string, depth: number): ListLine => ({
  ...{ kind: 'conversation', key, depth },
  row: { id: key } as ConversationRow,
})
const folder = (key: string, depth: number): ListLine => ({
  ...{ kind: 'folder', key, depth, isUnfolded: true, count: 1 },
  folder: { id: key } as Folder,
})

it('counts each line among those beside it, and names the heading above it', () => {
  const lines = [
    ...[heading('pinned'), row('a', 0), folder('f', 0), folder('g', 1), row('b', 2), row('c', 1)],
    ...[folder('h', 0), row('d', 1), heading('today'), row('e', 0), row('i', 0)],
  ]
  expect(Object.fromEntries(listPlaces(lines))).toEqual({
    a: { position: 1, setSize: 5, headingKey: 'pinned' },
    f: { position: 2, setSize: 5 },
    g: { position: 1, setSize: 2 },
    b: { position: 1, setSize: 1 },
    c: { position: 2, setSize: 2 },
    h: { position: 3, setSize: 5 },
    d: { position: 1, setSize: 1 },
    e: { position: 4, setSize: 5, headingKey: 'today' },
    i: { position: 5, setSize: 5 },
  })
})
