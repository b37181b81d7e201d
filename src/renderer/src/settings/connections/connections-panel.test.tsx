import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import type { Connection, FieldState, ProviderDescription } from '#shared/connection'
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS, type SettingsState } from '#shared/preferences'
import type { SecretState } from '#shared/secret'

import { createFakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const CLOUD: ProviderDescription = {
  id: 'cloud',
  title: 'Cloud',
  isAddable: true,
  fields: [
    { name: 'apiKey', kind: 'secret', isRequired: true },
    { name: 'organization', kind: 'text' },
  ],
}

interface Told {
  readonly key: FieldState
  readonly kept?: SecretState
  readonly policy?: SettingsState['connections']
}

/** The settings at their connections; the one of the cloud is as told. */
async function openConnections({ key, kept, policy = DEFAULT_SETTINGS.connections }: Told) {
  const connection: Connection = {
    ...{ id: 'cloud', provider: 'cloud', name: 'Our cloud', origin: 'saved' },
    fields: { apiKey: key, organization: { from: 'settings', isSecret: false, value: 'org-1' } },
  }
  const values = { ...DEFAULT_PREFERENCES, isWelcomed: true }
  const main = createFakeBridge({
    readSettings: () => ({ ok: true, value: { ...DEFAULT_SETTINGS, values, connections: policy } }),
    listProviders: () => ({ ok: true, value: { providers: [CLOUD] } }),
    listConnections: () => ({ ok: true, value: { connections: [connection] } }),
    readKeys: () => ({
      ok: true,
      value: { isProtected: true, states: kept === undefined ? {} : { 'cloud/apiKey': kept } },
    }),
  })
  const app = await renderApp({ main })
  await app.user.keyboard('{Control>},{/Control}')
  const dialog = within(screen.getByRole('dialog', { name: 'Settings' }))
  await app.user.click(dialog.getByRole('tab', { name: 'Connections' }))
  const entry = await dialog.findByRole('button', { name: /^Our cloud/ })
  return { ...app, dialog, entry }
}

const SAVED: FieldState = { from: 'settings', isSecret: true, lastFour: '1234' }
const OF_ENVIRONMENT: FieldState = {
  ...{ from: 'environment', variable: 'CLOUD_KEY' },
  ...{ isSecret: true, lastFour: '6789' },
}

describe('a key', () => {
  it.each<[Told, string]>([
    [{ key: OF_ENVIRONMENT }, 'From the environment variable CLOUD_KEY. Ends with 6789.'],
    [{ key: { ...OF_ENVIRONMENT, lastFour: '' } }, 'From the environment variable CLOUD_KEY.'],
    [
      { key: { ...SAVED, lastFour: '', headerNames: ['X-Title', 'X-Token'] }, kept: 'protected' },
      'Set, and encrypted by the system. Headers: X-Title and X-Token.',
    ],
    [{ key: SAVED, kept: 'protected' }, 'Set, and encrypted by the system. Ends with 1234.'],
    [{ key: SAVED, kept: 'unprotected' }, 'Set, and not protected. Ends with 1234.'],
    [{ key: SAVED, kept: 'this-run' }, 'Set until you quit. Ends with 1234.'],
    [
      { key: SAVED, kept: 'unreadable' },
      'It was kept, and the system can no longer decrypt it. Enter it again.',
    ],
  ])('%j is shown as where it comes from and how it ends, and never as itself', async (told, hint) => {
    const { user, dialog, entry } = await openConnections(told)
    await user.click(entry)
    const input = dialog.getByLabelText<HTMLInputElement>('API key', { selector: 'input' })
    const describedBy = document.getElementById(input.getAttribute('aria-describedby') ?? '')
    expect([input.type, input.value, describedBy?.textContent]).toEqual(['password', '', hint])
    // Only what was saved here can be taken away here.
    expect(dialog.queryByRole('button', { name: 'Clear: API key' }) !== null).toBe(
      told.key.from === 'settings',
    )
  })
})

describe('a connection that the administrator has locked', () => {
  const policy = { locked: ['cloud'], canAdd: true }

  it('says so in the list and in its form, can be changed in nothing, and can still be tested', async () => {
    const { user, dialog, entry } = await openConnections({ key: OF_ENVIRONMENT, policy })
    expect(entry.textContent).toBe('Our cloudYour administrator has set this.')
    await user.click(entry)
    expect(dialog.getAllByText('Your administrator has set this.').length).toBeGreaterThan(0)
    const isDisabled = (element: HTMLElement) => element.matches(':disabled')
    const fields = ['Name', 'API key', 'Organisation'].map((label) => dialog.getByLabelText(label))
    const buttons = ['Save', 'Remove this connection'].map((name) => dialog.getByRole('button', { name }))
    expect([...fields, ...buttons].map(isDisabled)).toEqual([true, true, true, true, true])
    expect(isDisabled(dialog.getByRole('button', { name: 'Test connection' }))).toBe(false)
  })

  it('is any, and none can be added, where only those of the administrator may be used', async () => {
    const { dialog, entry } = await openConnections({ key: SAVED, policy: { locked: [], canAdd: false } })
    expect(entry.textContent).toBe('Our cloudYour administrator has set this.')
    expect(dialog.queryByRole('region', { name: 'Add a connection' })).toBeNull()
  })

  it('leaves the others as they were', async () => {
    const others = { locked: ['another'], canAdd: true }
    const { main, user, dialog, entry } = await openConnections({ key: SAVED, policy: others })
    expect(entry.textContent).toBe('Our cloudAdded by you')
    expect(dialog.getByRole('region', { name: 'Add a connection' })).toBeDefined()
    await user.click(entry)
    await user.clear(dialog.getByLabelText('Organisation'))
    await user.type(dialog.getByLabelText('Organisation'), 'org-2{Enter}')
    expect(main.asked).toContainEqual({
      name: 'saveConnection',
      input: { id: 'cloud', provider: 'cloud', name: 'Our cloud', fields: { organization: 'org-2' } },
    })
    // What it has can be chosen at once.
    const names = () => main.asked.map(({ name }) => name)
    await vi.waitFor(() =>
      expect(names().lastIndexOf('listModels')).toBeGreaterThan(names().indexOf('refreshModels')),
    )
    expect(names()).toContain('refreshModels')
  })
})

describe('a test of the connection', () => {
  it('saves what was typed before, and tests nothing that could not be saved', async () => {
    const { main, user, dialog, entry } = await openConnections({ key: SAVED })
    let isSaved = false
    const problem = { field: 'apiKey', problem: 'not-a-key' } as const
    main.answer({
      saveConnection: ({ id = '', provider, name }) => ({
        ok: true,
        value: isSaved
          ? { isSaved, connection: { id, provider, name, origin: 'saved', fields: {} } }
          : { isSaved, problems: [problem] },
      }),
      testConnection: () => ({ ok: true, value: { steps: [{ name: 'network', status: 'passed', ms: 1 }] } }),
    })
    const names = () => main.asked.map(({ name }) => name).filter((name) => /^(save|test)Conn/.test(name))
    await user.click(entry)
    await user.type(dialog.getByLabelText('API key', { selector: 'input' }), 'sk-new')
    await user.click(dialog.getByRole('button', { name: 'Save and test' }))
    expect(await dialog.findByText(/^A key has no spaces/)).toBeDefined()
    expect(names()).toEqual(['saveConnection'])
    isSaved = true
    await user.click(dialog.getByRole('button', { name: 'Save and test' }))
    expect(await dialog.findByText('The connection works.')).toBeDefined()
    expect(names()).toEqual(['saveConnection', 'saveConnection', 'testConnection'])
    expect(dialog.getByRole('button', { name: 'Test connection' })).toBeDefined()
  })
})

describe('the first connection', () => {
  const VERTEX: ProviderDescription = { ...CLOUD, id: 'vertex', title: 'Google Vertex AI' }
  const OWN: Connection = {
    ...{ id: 'vertex', provider: 'vertex', name: 'Google Vertex AI', origin: 'built-in' },
    fields: {},
  }

  /** The question how to begin, answered with Vertex AI. */
  async function beginWithVertex() {
    const main = createFakeBridge({
      readSettings: () => ({ ok: true, value: DEFAULT_SETTINGS }),
      changeSettings: ({ changes }) => {
        const values = { ...DEFAULT_PREFERENCES, ...changes } as typeof DEFAULT_PREFERENCES
        main.announce('settings', { ...DEFAULT_SETTINGS, values })
        return { ok: true, value: { refused: [] } }
      },
      listProviders: () => ({ ok: true, value: { providers: [CLOUD, VERTEX] } }),
      listConnections: () => ({ ok: true, value: { connections: [OWN] } }),
      readKeys: () => ({ ok: true, value: { isProtected: true, states: {} } }),
    })
    const { user } = await renderApp({ main })
    await user.click(await screen.findByRole('button', { name: /^Google Vertex AI/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }))
    const keep = async (title: string) => {
      await user.click(dialog.getByRole('button', { name: 'All connections' }))
      await user.click(dialog.getByRole('button', { name: title }))
      await user.type(dialog.getByLabelText('API key'), 'sk-planted{Enter}')
    }
    const saved = () => main.asked.flatMap((one) => (one.name === 'saveConnection' ? [one.input] : []))
    return { user, dialog, keep, saved }
  }

  it('is the one that is there', async () => {
    const { user, dialog, saved } = await beginWithVertex()
    await user.type(await dialog.findByLabelText('API key'), 'sk-planted{Enter}')
    expect(saved()).toMatchObject([{ id: 'vertex', provider: 'vertex' }])
  })

  it.each(['Cloud', 'Google Vertex AI'])(
    'lends its name and its key to no new one, to %s, that is added instead',
    async (title) => {
      const { dialog, keep, saved } = await beginWithVertex()
      await dialog.findByLabelText('API key')
      await keep(title)
      const provider = title === 'Cloud' ? 'cloud' : 'vertex'
      expect(saved()).toEqual([{ provider, name: title, fields: { apiKey: 'sk-planted' } }])
    },
  )

  it('is not opened again after the settings were left', async () => {
    const { user, dialog } = await beginWithVertex()
    await dialog.findByLabelText('API key')
    await user.keyboard('{Escape}')
    await user.keyboard('{Control>},{/Control}')
    const again = within(await screen.findByRole('dialog', { name: 'Settings' }))
    await user.click(again.getByRole('tab', { name: 'Connections' }))
    expect(await again.findByRole('region', { name: 'Add a connection' })).toBeDefined()
  })
})
