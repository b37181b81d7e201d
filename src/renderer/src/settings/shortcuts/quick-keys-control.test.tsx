import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '#shared/preferences'
import type { QuickKeysState } from '#shared/requests/quick'

import { createFakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const dialog = () => within(screen.getByRole('dialog', { name: 'Settings' }))
const button = () => dialog().getByRole('button', { name: /^Keys for a quick question: / })

async function openGeneral(quickKeys = '') {
  const values = { ...DEFAULT_PREFERENCES, isWelcomed: true, quickKeys }
  const main = createFakeBridge({
    readSettings: () => ({ ok: true, value: { ...DEFAULT_SETTINGS, values } }),
  })
  const app = await renderApp({ main })
  await app.user.keyboard('{Control>},{/Control}')
  const chosen = () =>
    main.asked.flatMap((one) => (one.name === 'changeSettings' ? [one.input.changes.quickKeys] : []))
  const record = async (keys: string) => {
    act(() => button().focus())
    await app.user.keyboard(`{Enter}${keys}`)
  }
  const tell = (status: QuickKeysState['status']) => act(() => main.announce('quickKeys', { status }))
  return { ...app, chosen, record, tell }
}

describe('the keys of the quick window', () => {
  it('are recorded, shown, and taken away', async () => {
    const { user, chosen, record } = await openGeneral()
    expect(button().textContent).toBe('none')
    await record('{Control>}{Shift>} {/Shift}{/Control}')
    expect([chosen(), button().textContent]).toEqual([['Mod+Shift+Space'], 'Ctrl+Shift+Space'])
    await user.click(dialog().getByRole('button', { name: 'No keys' }))
    expect([chosen().at(-1), button().textContent]).toEqual(['', 'none'])
  })

  it.each([
    ['{Control>}j{/Control}', /^Other programs need these keys\. Use two of Ctrl, Alt and Shift/],
    ['{Control>}{Shift>}z{/Shift}{/Control}', /^Ctrl\+Shift\+Z belongs to the system/],
    ['{Control>}{Shift>}i{/Shift}{/Control}', /already used for: Show or hide the stream inspector\./],
  ])('cannot be %s, with a sentence', async (keys, sentence) => {
    const { chosen, record } = await openGeneral()
    await record(keys)
    expect(dialog().getByRole('alert').textContent).toMatch(sentence)
    expect(chosen()).toEqual([])
  })

  it.each([
    ['on', /^These keys work in every program/],
    ['taken', /^Another program or the system has these keys\. Choose others/],
    ['asked', /^Your desktop \(Wayland\) decides/],
    ['refused', /^Your desktop \(Wayland\) gives no program keys/],
  ] as const)('say when they are %s', async (status, sentence) => {
    const { tell } = await openGeneral('Mod+Shift+Space')
    tell(status)
    expect(dialog().getByText(sentence).getAttribute('role')).toBe('status')
  })
})
