import { describe, expect, it } from 'vitest'

import type { ConversationRow } from '#shared/conversation'

import { type ListLine, listLines, type ListView } from './list-lines'
import { extended, lineFrom, moved, nothingSelected, targetsOf, toggled } from './list-selection'
import { createRow } from './testing/create-row'

/** By the reader's own clock. */
const at = (time: string) => new Date(time).getTime()
const NOW = at('2026-11-25T12:00')
const FOLDERS = [
  { id: 'sport', parentId: null, name: 'Sport' },
  { id: 'ball', parentId: 'sport', name: 'Ball games' },
]

function lines(rows: readonly ConversationRow[], view: Partial<ListView> = {}): readonly ListLine[] {
  const known = { rows: new Map(rows.map((row) => [row.id, row])), folders: FOLDERS }
  return listLines(known, { now: NOW, showsArchived: false, foldedIds: new Set(), ...view })
}

/** `#` is a heading, `/` a folder, and each level is two blanks deep. */
function draw(all: readonly ListLine[]): readonly string[] {
  return all.map((line) => {
    if (line.kind === 'heading') return `# ${line.of.kind}`
    return `${'  '.repeat(line.depth)}${line.kind === 'folder' ? '/' : ''}${line.key}`
  })
}

describe('the lines of the list', () => {
  it('stand by day of the reader, newest first, after what is pinned and what lies in folders', () => {
    const rows = [
      createRow('old', at('2026-09-03T12:00')),
      createRow('older', at('2026-09-01T12:00')),
      createRow('week', at('2026-11-20T12:00')),
      createRow('yesterday', at('2026-11-24T23:00')),
      createRow('today', at('2026-11-25T00:00')),
      createRow('pinned', at('2020-01-01T12:00'), { isPinned: true, folderId: 'ball' }),
      createRow('baseball', at('2026-11-01T12:00'), { folderId: 'ball' }),
      createRow('chess', at('2026-11-02T12:00'), { folderId: 'sport' }),
      createRow('lost', at('2026-11-25T01:00'), { folderId: 'gone' }),
      createRow('archived', at('2026-11-25T12:00'), { isArchived: true }),
    ]
    expect(draw(lines(rows))).toEqual([
      ...['# pinned', 'pinned'],
      ...['/sport', '  /ball', '    baseball', '  chess'],
      ...[
        '# today',
        'lost',
        'today',
        '# yesterday',
        'yesterday',
        '# week',
        'week',
        '# month',
        'old',
        'older',
      ],
    ])
    expect(draw(lines(rows, { foldedIds: new Set(['sport']) })).slice(2, 4)).toEqual(['/sport', '# today'])
    expect(draw(lines(rows, { showsArchived: true }))).toEqual(['# today', 'archived'])
  })

  it('are passed by keys without a stop at a heading, and stop at both ends', () => {
    const all = lines([createRow('a', NOW), createRow('b', at('2026-11-24T12:00'))])
    const from = (key: string | undefined, steps: number) => lineFrom(all, key, steps)?.key
    expect([from('sport', 2), from('a', 1), from('b', 9), from('a', -9)]).toEqual(['a', 'b', 'b', 'sport'])
    const fromNowhere = [1, -1, -Infinity, Infinity].map((steps) => from('gone', steps))
    expect(fromNowhere).toEqual(['sport', 'b', 'sport', 'b'])
  })

  it('are picked one by one and as ranges, and an act is done with all of them', () => {
    const all = lines(['a', 'b', 'c', 'd'].map((id, index) => createRow(id, NOW - index)))
    const range = extended(moved('b'), 'd', all)
    const fewer = toggled(range, 'c')
    expect([...range.pickedIds]).toEqual(['b', 'c', 'd'])
    expect(targetsOf(fewer, 'd', all)).toEqual(['b', 'd'])
    expect(targetsOf(fewer, 'a', all)).toEqual(['a'])
    expect([...toggled(moved('a'), 'c').pickedIds]).toEqual(['a', 'c'])
    expect(targetsOf(nothingSelected, 'a', all)).toEqual(['a'])
  })
})
