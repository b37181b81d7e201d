import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '#shared/preferences'

import { createFakeBridge, type FakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'

const WELCOMED = { ...DEFAULT_PREFERENCES, isWelcomed: true }
const changes = ({ asked }: FakeBridge) =>
  asked.flatMap((one) => (one.name === 'changeSettings' ? [one.input.changes] : []))
const dialog = () => within(screen.getByRole('dialog', { name: 'Settings' }))

async function openDialog(main = createFakeBridge()) {
  const app = await renderApp({ main })
  await app.user.keyboard('{Control>},{/Control}')
  return app
}

function under(fixed: readonly 'proxyMode'[], hidden: readonly 'theme'[]): FakeBridge {
  return createFakeBridge({
    readSettings: () => ({ ok: true, value: { ...DEFAULT_SETTINGS, values: WELCOMED, fixed, hidden } }),
  })
}

describe('the settings', () => {
  it('are opened by their keys, walked with the arrows, and left with Esc', async () => {
    const { user } = await openDialog()
    dialog().getByRole('tab', { name: 'General' }).focus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(dialog().getByRole('tab', { name: 'Connections' }).getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('are saved one by one, the moment each is changed', async () => {
    const { main, user } = await openDialog()
    await user.click(dialog().getByRole('switch', { name: 'Finish answers in the background' }))
    await user.click(dialog().getByRole('tab', { name: 'Network' }))
    await user.clear(dialog().getByRole('textbox', { name: /seconds of silence/ }))
    await user.type(dialog().getByRole('textbox', { name: /seconds of silence/ }), '90{Enter}')
    expect(changes(main)).toEqual([{ finishInBackground: false }, { stallSeconds: 90 }])
  })

  it('go back to what they were, with a sentence, when main refuses', async () => {
    const main = createFakeBridge({
      changeSettings: () => ({ ok: false, error: { code: 'bad-request', detail: '' } }),
    })
    const { user } = await openDialog(main)
    await user.click(dialog().getByRole('tab', { name: 'Network' }))
    const seconds = () => dialog().getByRole<HTMLInputElement>('textbox', { name: /seconds of silence/ })
    await user.clear(seconds())
    await user.type(seconds(), '2{Enter}')
    expect((await dialog().findByRole('alert')).textContent).toMatch(/^This could not be saved/)
    expect(seconds().value).toBe('60')
  })

  it('speak the other language at once, in this window and when another window chose it', async () => {
    const { main, user } = await openDialog()
    await user.click(dialog().getByRole('radio', { name: '日本語' }))
    expect(screen.getByRole('dialog', { name: '設定' })).toBeDefined()
    expect(document.documentElement.lang).toBe('ja')
    main.announce('settings', { ...DEFAULT_SETTINGS, values: WELCOMED })
    expect(await screen.findByRole('dialog', { name: 'Settings' })).toBeDefined()
  })

  it.each([
    ['dark', ['Theme']],
    // Full-width letters are no difference.
    ['\uff50\uff52\uff4f\uff58\uff59', ['Proxy', 'User name for the proxy']],
    ['no such thing', []],
  ])('are found by %j', async (query, names) => {
    const { user } = await openDialog()
    await user.type(dialog().getByRole('searchbox', { name: 'Search settings' }), query)
    const found = names.map((name) => dialog().queryAllByLabelText(name, { exact: true }).length)
    const all = [...dialog().queryAllByRole('radiogroup'), ...dialog().queryAllByRole('textbox')]
    expect([found, all.length]).toEqual([names.map(() => 1), names.length])
  })

  it('that the administrator has fixed say so and cannot be changed; hidden ones are not there', async () => {
    const { user } = await openDialog(under(['proxyMode'], ['theme']))
    await user.click(dialog().getByRole('tab', { name: 'Network' }))
    const proxy = dialog().getByRole('radiogroup', {
      name: 'Proxy',
      description: 'Your administrator has set this.',
    })
    expect(
      within(proxy)
        .getAllByRole<HTMLInputElement>('radio')
        .every(({ disabled }) => disabled),
    ).toBe(true)
    await user.click(dialog().getByRole('tab', { name: 'Appearance' }))
    expect(dialog().queryByRole('radiogroup', { name: 'Theme' })).toBeNull()
  })

  it('say which versions are running', async () => {
    const { user } = await openDialog()
    await user.click(dialog().getByRole('tab', { name: 'About' }))
    expect(await dialog().findByText('156.0.1.2')).toBeDefined()
  })

  it('open when the native menu asks for them', async () => {
    const { main } = await renderApp()
    main.announce('openSettings', {})
    expect(await screen.findByRole('dialog', { name: 'Settings' })).toBeDefined()
  })
})

describe('the key that sends', () => {
  it('is the one that was chosen', async () => {
    const values = { ...WELCOMED, sendKey: 'command-enter' } as const
    const main = createFakeBridge({
      readSettings: () => ({ ok: true, value: { ...DEFAULT_SETTINGS, values } }),
    })
    const { user } = await renderApp({ main })
    const sent = () => main.asked.filter(({ name }) => name === 'startReply').length
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}')
    expect(sent()).toBe(0)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(sent()).toBe(1)
  })
})
