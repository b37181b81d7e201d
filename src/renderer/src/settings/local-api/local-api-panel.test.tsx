import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { LocalApiState } from '#shared/local-api'
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '#shared/preferences'

import { createFakeBridge, type FakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const OFF: LocalApiState = { status: { kind: 'off' }, token: undefined, calls: [] }
const panel = () => within(screen.getByRole('region', { name: 'Local API' }))

async function openPanel(main: FakeBridge = createFakeBridge()) {
  const app = await renderApp({ main })
  await app.user.keyboard('{Control>},{/Control}')
  await app.user.click(screen.getByRole('tab', { name: 'Local API' }))
  return app
}

describe('the page of the local API', () => {
  it('shows a new token once, to be copied, and afterwards only that there is one', async () => {
    const { main, user } = await openPanel()
    await user.click(panel().getByRole('button', { name: 'Create a token' }))
    main.announce('localApi', { ...OFF, token: 'protected' })
    expect((await panel().findByRole<HTMLInputElement>('textbox', { name: 'Token' })).value).toBe(
      'nagare-new-token',
    )
    expect(panel().getByText('Copy the token now. It is not shown again.')).toBeTruthy()
    await user.click(screen.getByRole('tab', { name: 'General' }))
    main.answer({ readLocalApi: () => ({ ok: true, value: { ...OFF, token: 'protected' } }) })
    await user.click(screen.getByRole('tab', { name: 'Local API' }))
    expect(await panel().findByText('Set, and encrypted by the system.')).toBeTruthy()
    expect(panel().queryByRole('textbox', { name: 'Token' })).toBeNull()
    expect(panel().getByRole('button', { name: 'Replace the token' })).toBeTruthy()
  })

  it('follows how it stands: where it listens, why it cannot, and who asked', async () => {
    const { main } = await openPanel()
    const call = { id: 1, at: 0, method: 'POST', path: '/run_stream', milliseconds: 1234, answered: 5 }
    main.announce('localApi', {
      status: { kind: 'listening', port: 17340 },
      token: 'this-run',
      calls: [
        { ...call, status: 200, modelId: 'demo/flow' },
        { ...call, id: 2, path: 'other', status: 403 },
      ],
    })
    expect(await panel().findByText('http://127.0.0.1:17340/v1')).toBeTruthy()
    const rows = panel().getAllByRole('row').slice(1)
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .slice(1)
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['other', '403', '—', '1.2', '5'],
      ['/run_stream', '200', 'demo/flow', '1.2', '5'],
    ])
    main.announce('localApi', { ...OFF, status: { kind: 'failed', problem: 'port-in-use' } })
    expect(await panel().findByText('Another program uses this port. Choose another number.')).toBeTruthy()
  })

  it('is not there when the administrator hides it', async () => {
    const values = { ...DEFAULT_PREFERENCES, isWelcomed: true }
    const state = { ...DEFAULT_SETTINGS, values, hidden: ['localApi' as const] }
    const { user } = await renderApp({
      main: createFakeBridge({ readSettings: () => ({ ok: true, value: state }) }),
    })
    await user.keyboard('{Control>},{/Control}')
    expect(screen.getByRole('tab', { name: 'Network' })).toBeTruthy()
    expect(screen.queryByRole('tab', { name: 'Local API' })).toBeNull()
  })
})
