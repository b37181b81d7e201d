import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'

import type { ModelChoice } from '#shared/model-choice'
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS, type SettingsState } from '#shared/preferences'

import { createFakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const WORK: ModelChoice = {
  ...{ id: 'work/gemini-flash', name: 'Gemini Flash', provider: 'vertex' },
  connection: { id: 'work', name: 'Work' },
}
const MINE: ModelChoice = {
  ...{ id: 'mine/gpt', name: 'GPT', provider: 'openai' },
  connection: { id: 'mine', name: 'Mine' },
}

async function openModels(models: readonly ModelChoice[], policy: SettingsState['connections']) {
  const values = { ...DEFAULT_PREFERENCES, isWelcomed: true }
  const main = createFakeBridge({
    readSettings: () => ({ ok: true, value: { ...DEFAULT_SETTINGS, values, connections: policy } }),
    listModels: () => ({ ok: true, value: { models, chosenId: 'mine/gpt' } }),
  })
  const app = await renderApp({ main })
  await app.user.keyboard('{Control>},{/Control}')
  const dialog = within(screen.getByRole('dialog', { name: 'Settings' }))
  await app.user.click(dialog.getByRole('tab', { name: 'Models' }))
  const items = await dialog.findAllByRole('listitem')
  return { ...app, main, dialog, items }
}

const radioIn = (item: HTMLElement | undefined) =>
  within(item ?? document.body).getByRole<HTMLInputElement>('radio')

it('lets the default be chosen of no connection that the administrator has locked, and says so', async () => {
  const { main, user, items } = await openModels([WORK, MINE], { locked: ['work'], canAdd: true })
  const [ofWork, ofMine] = [radioIn(items[0]), radioIn(items[1])]
  expect([ofWork.disabled, ofMine.disabled]).toEqual([true, false])
  const why = document.getElementById(ofWork.getAttribute('aria-describedby') ?? '')
  expect(why?.textContent.trim()).toBe('Your administrator has set the default model of: Work')
  await user.click(ofWork)
  await user.click(ofMine)
  expect(main.asked.filter(({ name }) => name === 'chooseDefaultModel')).toEqual([
    { name: 'chooseDefaultModel', input: { connectionId: 'mine', modelName: 'gpt' } },
  ])
})

it('locks all where only the connections of the administrator may be used', async () => {
  const { items } = await openModels([WORK, MINE], { locked: ['work'], canAdd: false })
  expect(items.map((item) => radioIn(item).disabled)).toEqual([true, true])
})

it('says nothing of an administrator where there is none', async () => {
  const { dialog } = await openModels([WORK, MINE], DEFAULT_SETTINGS.connections)
  expect(dialog.queryByText(/administrator/)).toBeNull()
})
