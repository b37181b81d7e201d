import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'

import type { TrashItem } from '#shared/trash'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'

const AT = Date.now() - 60_000
const ITEMS: readonly TrashItem[] = [
  {
    kind: 'conversation',
    conversationId: 'a',
    deletedAt: AT,
    title: 'Wickets',
    excerpt: '',
    messageCount: 2,
  },
  {
    kind: 'messages',
    conversationId: 'b',
    deletedAt: AT - 1,
    title: 'Chess',
    excerpt: 'e4',
    messageCount: 1,
  },
  { kind: 'conversation', conversationId: 'c', deletedAt: AT - 2, title: '', excerpt: '', messageCount: 9 },
]
const place = (index: number) => {
  const { conversationId = '', deletedAt = 0 } = ITEMS[index] ?? {}
  return { conversationId, deletedAt }
}

/** What main is left with is asked for anew after everything is taken away. */
async function open(locale: 'en' | 'ja' = 'en', items = ITEMS) {
  const main = createFakeBridge({ listTrash: () => ({ ok: true, value: { items } }) })
  const { user } = await renderApp({ main, locale })
  await user.click(
    screen.getByRole('button', { name: locale === 'en' ? 'List options' : '一覧のオプション' }),
  )
  await user.click(await screen.findByRole('menuitem', { name: /^(Recently deleted|最近削除した項目)…$/ }))
  const last = () => main.asked.findLast(({ name }) => /Trash|ForGood/.test(name))
  return { main, user, last, dialog: await screen.findByRole('dialog') }
}

it('brings back several by keys alone, says so, and goes on with what is left', async () => {
  const { user, last, dialog } = await open()
  const boxes = () => within(within(dialog).getByRole('list')).getAllByRole('checkbox')
  expect(within(dialog).getByRole('button', { name: 'Restore' })).toHaveProperty('disabled', true)
  boxes()[0]?.focus()
  await user.keyboard(' {ArrowDown} ')
  await user.click(within(dialog).getByRole('button', { name: 'Restore 2 items' }))
  expect(last()).toEqual({ name: 'restoreTrash', input: { places: [place(0), place(1)] } })
  expect(within(dialog).getByRole('status').textContent).toBe('2 items restored.')
  expect(boxes()).toHaveLength(1)
  await expect.poll(() => document.activeElement).toBe(boxes()[0])
})

it('asks before it deletes for good, and keeps what it was told to keep', async () => {
  const { user, main, last, dialog } = await open()
  await user.click(within(dialog).getByRole('checkbox', { name: /Wickets/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Delete for good…' }))
  const ask = await screen.findByRole('dialog', { name: 'Delete this for good?' })
  await user.click(within(ask).getByRole('button', { name: 'Keep' }))
  expect(last()?.name).toBe('listTrash')
  await user.click(within(dialog).getByRole('button', { name: 'Delete for good…' }))
  await user.click(await screen.findByRole('button', { name: 'Delete for good' }))
  expect(last()).toEqual({ name: 'deleteForGood', input: { places: [place(0)] } })
  expect(within(dialog).queryByRole('checkbox', { name: /Wickets/ })).toBeNull()
  await user.click(within(dialog).getByRole('button', { name: 'Delete all for good…' }))
  await user.click(await screen.findByRole('button', { name: 'Delete for good' }))
  expect(main.asked.findLast(({ name }) => name === 'emptyTrash')?.input).toEqual({ until: AT - 1 })
})

it('says in a sentence when main refuses, and loses nothing of the list', async () => {
  const { user, main, dialog } = await open()
  main.answer({ restoreTrash: () => ({ ok: false, error: { code: 'not-kept', detail: '' } }) })
  await user.click(within(dialog).getByRole('checkbox', { name: 'Select all' }))
  await user.click(within(dialog).getByRole('button', { name: 'Restore 3 items' }))
  expect(await within(dialog).findByRole('alert')).toBeDefined()
  expect(within(within(dialog).getByRole('list')).getAllByRole('checkbox')).toHaveLength(3)
})

it('says in Japanese that there is nothing', async () => {
  const { dialog } = await open('ja', [])
  expect(within(dialog).getByRole('status').textContent).toBe('この30日間に削除した項目はありません。')
})
