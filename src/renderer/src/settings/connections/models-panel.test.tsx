import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { AppError } from '#shared/app-error'
import type { Connection } from '#shared/connection'
import type { Answers } from '#shared/contract'
import type { ModelChoice } from '#shared/model-choice'

import { createFakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const VERTEX = { id: 'vertex', name: 'Google Vertex AI' }
const SERVER = { id: 'compatible', name: 'Our server' }
const KNOWN: ModelChoice = {
  ...{ id: 'vertex/gemini-flash', name: 'Gemini Flash', provider: 'vertex', connection: VERTEX },
  ...{ contextWindow: 1_048_576, sees: true, thinks: true, usesTools: true, isDefault: true },
  price: { input: 1.5, output: 9, date: '2026-11-22' },
}
const PRO: ModelChoice = {
  ...{ id: 'vertex/gemini-pro', name: 'Gemini Pro', provider: 'vertex', connection: VERTEX },
  ...{ contextWindow: 32_768, sees: false, thinks: false, isFavourite: true },
}
const BARE: ModelChoice = {
  ...{ id: 'compatible/maker/model-70b', name: 'maker/model-70b', provider: 'compatible' },
  connection: SERVER,
}

/** Of the last two none has a model yet; nobody has set up the first. */
const CONNECTIONS: readonly Connection[] = [
  { id: 'vertex', provider: 'vertex', name: 'Google Vertex AI', origin: 'built-in', fields: {} },
  { ...SERVER, provider: 'compatible', origin: 'saved', fields: {} },
  { id: 'new', provider: 'compatible', name: 'New', origin: 'saved', fields: {} },
  { id: 'down', provider: 'ollama', name: 'Down', origin: 'found', fields: {} },
]
const REFUSED: AppError = { code: 'connection-refused', facts: { host: '127.0.0.1' }, detail: '' }

/** The settings at their models, before a main that keeps what is chosen. */
async function openModels(models: readonly ModelChoice[] = [KNOWN, PRO, BARE]) {
  let now = models
  const done = { ok: true, value: undefined } as const
  const listed = (): Answers['listModels'] => ({ models: now, chosenId: KNOWN.id })
  const main = createFakeBridge({
    listModels: () => ({ ok: true, value: listed() }),
    favourModel: ({ modelId, isFavourite }) => {
      now = now.map((each) => (each.id === modelId ? { ...each, isFavourite } : each))
      return done
    },
    listConnections: () => ({ ok: true, value: { connections: CONNECTIONS } }),
    refreshModels: ({ connectionId }) => ({
      ok: true,
      value: connectionId === 'down' ? { models: [], error: REFUSED } : { models: [] },
    }),
    chooseDefaultModel: ({ connectionId, modelName }) => {
      now = now.map((each) =>
        each.connection.id === connectionId
          ? { ...each, isDefault: each.id === `${connectionId}/${modelName}` }
          : each,
      )
      return done
    },
  })
  const app = await renderApp({ main })
  await app.user.keyboard('{Control>},{/Control}')
  const dialog = within(screen.getByRole('dialog', { name: 'Settings' }))
  await app.user.click(dialog.getByRole('tab', { name: 'Models' }))
  await dialog.findByText(`${models.length} models`)
  /** The line of a model. */
  const line = (name: string) => {
    const button = dialog.getByRole('button', { name: `Favourite: ${name}` })
    return within(button.closest('li') ?? button)
  }
  const names = () =>
    dialog.queryAllByRole('button', { name: /^Favourite: / }).map((each) => each.ariaLabel?.slice(11))
  return { ...app, main, dialog, line, names }
}

describe('the models', () => {
  it('say what is known of each and nothing that is not', async () => {
    const { line } = await openModels()
    const facts = [
      'Google Vertex AI · 1,048,576 tokens · sees images · thinks · uses tools · $1.50 in, $9.00 out per million tokens',
      'Google Vertex AI · 32,768 tokens',
      'Our server',
    ]
    const said = ['Gemini Flash', 'Gemini Pro', 'maker/model-70b'].map((name, index) =>
      line(name).queryByText(facts[index] ?? ''),
    )
    expect(said).not.toContain(null)
  })

  it('say which of them are retired, and who takes their place', async () => {
    const { line } = await openModels([KNOWN, { ...PRO, successor: 'gemini-3.1-pro' }])
    expect(
      line('Gemini Pro').queryByText(/retired; its successor is gemini-3\.1-pro · 32,768/),
    ).not.toBeNull()
    expect(line('Gemini Flash').queryByText(/retired/)).toBeNull()
  })

  it.each([
    ['flash', ['Gemini Flash']],
    ['GEMINI vertex', ['Gemini Flash', 'Gemini Pro']],
    // Full-width letters are no difference.
    ['\uff4d\uff4f\uff44\uff45\uff4c our', ['maker/model-70b']],
    ['no such model', []],
  ])('are found by %j, and counted aloud', async (query, found) => {
    const { user, dialog, names } = await openModels()
    await user.type(dialog.getByRole('searchbox', { name: 'Search models' }), query)
    expect(names()).toEqual(found)
    const count = found.length === 1 ? '1 model' : `${found.length} models`
    expect(dialog.getAllByRole('status').map(({ textContent }) => textContent)).toContain(count)
  })

  it('become favourites and are no longer, by their star', async () => {
    const { main, user, dialog } = await openModels()
    const star = (name: string) => dialog.getByRole('button', { name: `Favourite: ${name}` })
    const pressed = () => ['Gemini Flash', 'Gemini Pro'].map((name) => star(name).ariaPressed)
    expect(pressed()).toEqual(['false', 'true'])
    await user.click(star('Gemini Flash'))
    await user.click(star('Gemini Pro'))
    expect(pressed()).toEqual(['true', 'false'])
    expect(main.asked.filter(({ name }) => name === 'favourModel').map(({ input }) => input)).toEqual([
      { modelId: 'vertex/gemini-flash', isFavourite: true },
      { modelId: 'vertex/gemini-pro', isFavourite: false },
    ])
  })

  it('are one the default of their connection, and of no other', async () => {
    const { main, user, line } = await openModels([KNOWN, PRO, { ...BARE, isDefault: true }])
    const radio = (name: string) => line(name).getByRole<HTMLInputElement>('radio', { name: /Default/ })
    await user.click(radio('Gemini Pro'))
    const checked = ['Gemini Flash', 'Gemini Pro', 'maker/model-70b'].map((name) => radio(name).checked)
    expect(checked).toEqual([false, true, true])
    expect(main.asked).toContainEqual({
      name: 'chooseDefaultModel',
      input: { connectionId: 'vertex', modelName: 'gemini-pro' },
    })
  })

  it('keep the slashes of their names when one becomes the default', async () => {
    const { main, user, line } = await openModels()
    await user.click(line('maker/model-70b').getByRole('radio', { name: /Default/ }))
    expect(main.asked).toContainEqual({
      name: 'chooseDefaultModel',
      input: { connectionId: 'compatible', modelName: 'maker/model-70b' },
    })
  })

  it('are asked for again, of each connection that is set up, and who does not answer is named', async () => {
    const { main, user, dialog } = await openModels()
    await user.click(dialog.getByRole('button', { name: 'Ask the providers again' }))
    const alert = await dialog.findByText(/^Down: /)
    expect(alert.textContent).toMatch(/127\.0\.0\.1/)
    expect(dialog.getByRole('alert').children).toHaveLength(1)
    expect(main.asked.filter(({ name }) => name === 'refreshModels').map(({ input }) => input)).toEqual([
      { connectionId: 'compatible' },
      { connectionId: 'new' },
      { connectionId: 'down' },
    ])
  })
})
