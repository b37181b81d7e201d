import { expect, it } from 'vitest'

import { recentItems } from './recent-items'

const row = (id: string, title: string, updatedAt: number) => ({
  id,
  title,
  updatedAt,
  isArchived: id === 'id-11',
})

it('names the latest eight, the last one first, and none of the archive', () => {
  const rows = Array.from({ length: 12 }, (_, index) => row(`id-${index}`, `T${index}`, index))
  expect(recentItems(rows, 'Untitled').map(({ title }) => title)).toEqual([
    ...['T10', 'T9', 'T8', 'T7', 'T6', 'T5', 'T4', 'T3'],
  ])
  expect(recentItems(rows, 'Untitled')[0]).toEqual({
    ...{ id: 'id-10', title: 'T10', link: 'nagare://conversation/id-10' },
  })
})

it('cuts a long title between characters, and lets none break the line or turn its direction', () => {
  const titles = ['👩‍👩‍👧'.repeat(70), 'a\nb\u202ec', '  ']
  const items = recentItems(
    titles.map((title, index) => row(`id-${index}`, title, -index)),
    'Untitled',
  )
  expect(items.map(({ title }) => title)).toEqual([`${'👩‍👩‍👧'.repeat(59)}…`, 'a b c', 'Untitled'])
})
