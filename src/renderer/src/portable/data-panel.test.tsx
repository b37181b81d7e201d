import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderWithWords } from '../testing/render-with-words'
import { DataPanel } from './data-panel'
import { createPortable } from './portable'
import { createWork } from './work'

const report = {
  conversations: { fresh: 2, known: 1 },
  messages: { fresh: 5, known: 1 },
  presets: { fresh: 0, known: 0 },
  titles: ['川の流れ'],
  problems: [{ place: 'line 7', reason: 'unreadable', detail: '{"type"' }],
  problemCount: 3,
} as const

function show(main = createFakeBridge(), locale: 'en' | 'ja' = 'en') {
  const portable = createPortable(main.bridge)
  renderWithWords(<DataPanel portable={portable} work={createWork(portable)} conversationId="one" />, locale)
  return { main, user: userEvent.setup() }
}

describe('the data panel', () => {
  it('shows what a file would add before it is added, and what could not be read', async () => {
    const main = createFakeBridge({
      readImport: () => ({ ok: true, value: { outcome: 'done', name: 'x.jsonl', report } }),
      addImport: () => ({ ok: true, value: { outcome: 'done' } }),
    })
    const { user } = show(main)
    await user.click(screen.getByRole('button', { name: 'Choose a file…' }))
    expect(await screen.findByText('2 new conversations, 5 new messages.')).toBeDefined()
    expect(screen.getByText('3 things could not be taken over')).toBeDefined()
    expect(screen.getByText(/cannot be read: \{"type"/)).toBeDefined()
    expect(screen.getByText('and 2 more')).toBeDefined()
    expect(main.asked.some(({ name }) => name === 'addImport')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Add to my conversations' }))
    expect((await screen.findByRole('status')).textContent).toBe('Added.')
  })

  it('joins what could not be read to its reason with the marks of the language', async () => {
    const main = createFakeBridge({
      readImport: () => ({ ok: true, value: { outcome: 'done', name: 'x.jsonl', report } }),
    })
    const { user } = show(main, 'ja')
    await user.click(screen.getByRole('button', { name: 'ファイルを選ぶ…' }))
    expect(await screen.findByText(/読み取れません：\{"type"/)).toBeDefined()
  })

  it('says while it works that it does, lets it be cancelled and nothing else be begun', async () => {
    const main = createFakeBridge({ exportConversations: () => new Promise(() => {}) })
    const { user } = show(main)
    await user.click(screen.getByRole('button', { name: 'Export…' }))
    expect(screen.getByRole('status').textContent).toBe('Working…')
    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: 'Choose a file…' }).matches(':disabled'),
    ).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(main.asked.at(-1)?.name).toBe('cancelPortable')
  })

  it('says in the reader’s language why the disk refused and what to do', async () => {
    const main = createFakeBridge({
      backUpToFile: () => ({ ok: true, value: { outcome: 'failed', reason: 'disk-full' } }),
    })
    const { user } = show(main, 'ja')
    await user.click(screen.getByRole('button', { name: 'ファイルにバックアップ…' }))
    expect(screen.getByRole('status').textContent).toMatch(/^ディスクの空きがありません。/)
  })

  it('offers each backup that is whole by its date, and the way back from a restore', async () => {
    const backups = [
      {
        name: 'nagare-b.db',
        kind: 'before-restore',
        madeAt: 2,
        bytes: 1,
        contents: { conversations: 1, messages: 2, latestAt: 1 },
      },
      { name: 'nagare-a.db', kind: 'daily', madeAt: 1, bytes: 1, contents: null },
    ] as const
    const main = createFakeBridge({ listBackups: () => ({ ok: true, value: { backups } }) })
    const { user } = show(main)
    const list = within(await screen.findByRole('list', { name: 'Backups' }))
    expect(list.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Go back to this…'])
    expect(list.getByText('Cannot be restored')).toBeDefined()
    await user.click(list.getByRole('button'))
    expect(main.asked.at(-1)).toEqual({ name: 'restoreBackup', input: { name: 'nagare-b.db' } })
  })
})
