import { screen, within, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import type { ConversationRow } from '#shared/conversation'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'
import { createRow } from './testing/create-row'

beforeEach(() => window.localStorage.clear())

const now = Date.now()
const ROWS = ['one', 'two', 'three'].map((id, index) => createRow(id, now - index))
const FOLDERS = [{ id: 'sport', parentId: null, name: 'Sport' }]

async function open(rows: readonly ConversationRow[] = ROWS, locale: 'en' | 'ja' = 'en') {
  const main = createFakeBridge({
    openConversation: ({ conversationId: id = 'one' }) => ({ ok: true, value: { id, messages: [] } }),
    listConversations: () => ({ ok: true, value: { rows, folders: FOLDERS } }),
  })
  const app = await renderApp({ main, locale })
  const changes = () =>
    main.asked.filter(({ name }) => name === 'changeConversations').map(({ input }) => input)
  return { ...app, changes, tree: screen.getByRole('tree') }
}

const titles = () => screen.getAllByRole('treeitem').map((item) => item.textContent)

describe('the list of conversations', () => {
  it('shows which one is open, and opens another by keys alone', async () => {
    const { user, main, tree } = await open()
    expect(screen.getByRole('treeitem', { current: 'page' }).textContent).toBe('About one')
    tree.focus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(main.asked.findLast(({ name }) => name === 'openConversation')?.input).toMatchObject({
      conversationId: 'two',
    })
    expect(await screen.findByRole('treeitem', { current: 'page', name: /About two/ })).toBeDefined()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }))
  })

  it('deletes all that is picked, and brings it back as it was', async () => {
    const { user, tree, changes } = await open()
    tree.focus()
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(screen.getByText('3 selected')).toBeDefined()
    await user.keyboard('{Delete}')
    expect(changes()).toEqual([{ ids: ['one', 'two', 'three'], isDeleted: true }])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(changes().at(-1)).toEqual({ ids: ['one', 'two', 'three'], isDeleted: false })
  })

  it('picks lines that do not stand together, by keys alone', async () => {
    const { user, tree, changes } = await open()
    tree.focus()
    await user.keyboard('{Control>} {ArrowDown}{ArrowDown} {/Control}{Delete}')
    expect(changes()).toEqual([{ ids: ['one', 'three'], isDeleted: true }])
  })

  it('leaves the focus where the reader puts it after a name', async () => {
    const { user, tree, main } = await open()
    tree.focus()
    await user.keyboard('{F2}One')
    let isTaken = false
    tree.addEventListener('focus', () => (isTaken = true))
    await user.click(screen.getByRole('textbox', { name: 'Message' }))
    expect(main.asked.at(-1)).toEqual({ name: 'renameConversation', input: { id: 'one', title: 'One' } })
    expect(isTaken).toBe(false)
  })

  it('is read again at a press when it could not be read', async () => {
    const { user, main } = await open()
    main.answer({ renameConversation: () => ({ ok: false, error: { code: 'not-kept', detail: '' } }) })
    screen.getByRole('tree').focus()
    await user.keyboard('{F2}One{Enter}')
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }))
    expect(main.asked.at(-1)?.name).toBe('listConversations')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is put in order from the menu of a line, reached by its key', async () => {
    const { user, tree, changes } = await open([createRow('one', now, { isPinned: true }), ...ROWS.slice(1)])
    tree.focus()
    await user.keyboard('{ContextMenu}')
    expect(await screen.findByRole('menuitem', { name: 'Unpin' })).toBeDefined()
    screen.getByRole('menuitem', { name: 'Move to' }).focus()
    await user.keyboard('{ArrowRight}')
    ;(await screen.findByRole('menuitemcheckbox', { name: 'Sport' })).focus()
    await user.keyboard('{Enter}')
    expect(changes()).toEqual([{ ids: ['one'], folderId: 'sport' }])
    expect(await screen.findByText('Moved to Sport.')).toBeDefined()
  })

  it('renames in its place, and an Enter that ends a composition ends nothing else', async () => {
    const { user, tree, main } = await open(ROWS, 'ja')
    tree.focus()
    await user.keyboard('{F2}')
    const field = screen.getByRole('textbox', { name: '名前' })
    await user.clear(field)
    await user.type(field, '野球')
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
    expect(main.asked.some(({ name }) => name === 'renameConversation')).toBe(false)
    await user.keyboard('{Enter}')
    expect(main.asked.at(-1)).toEqual({ name: 'renameConversation', input: { id: 'one', title: '野球' } })
    await user.keyboard('{F2}')
    await user.keyboard('x{Escape}')
    expect(main.asked.filter(({ name }) => name === 'renameConversation')).toHaveLength(1)
  })

  it('renames from the menu, whose end takes no focus from the name', async () => {
    const { user, tree, main } = await open()
    tree.focus()
    await user.keyboard('{Shift>}{F10}{/Shift}')
    await user.click(await screen.findByRole('menuitem', { name: /Rename/ }))
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    await user.keyboard('One{Enter}')
    expect(main.asked.at(-1)).toEqual({ name: 'renameConversation', input: { id: 'one', title: 'One' } })
  })

  it('stays in step with what another window does, and marks what is being answered', async () => {
    const { tellList } = await open()
    await tellList({
      rows: [createRow('four', now + 1, { isAnswering: true, title: 'New one' })],
      goneIds: ['two'],
    })
    expect(titles()).toEqual(['Sport', 'New onebeing answered', 'About one', 'About three'])
  })

  it('can be hidden, and is where it was at the next start', async () => {
    const { user } = await open()
    await user.keyboard('{Control>}{Shift>}s{/Shift}{/Control}')
    expect(screen.queryByRole('navigation', { name: 'Conversations' })).toBeNull()
    expect(JSON.parse(window.localStorage.getItem('nagare.sidebar') ?? '')).toMatchObject({ isOpen: false })
    await user.click(screen.getByRole('button', { name: 'Show conversations' }))
    const side = screen.getByRole('navigation', { name: 'Conversations' })
    const splitter = within(side).getByRole('separator', { name: 'Width of the list' })
    splitter.focus()
    await user.keyboard('{ArrowRight}')
    expect(splitter.getAttribute('aria-valuenow')).toBe('280')
  })
})
