import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import type { ModelChoice } from '#shared/model-choice'

import { MODELS } from '../testing/fake-bridge'
import { renderWithWords } from '../testing/render-with-words'
import { ModelPicker } from './model-picker'

function renderPicker({ models = MODELS, language = 'en' }: RenderOptions = {}) {
  const chosen: string[] = []
  const picker = <ModelPicker models={models} chosenId="demo/flow" onChoose={(id) => chosen.push(id)} />
  renderWithWords(picker, language)
  return chosen
}

interface RenderOptions {
  readonly models?: readonly ModelChoice[]
  readonly language?: 'en' | 'ja'
}

async function openPicker(): Promise<void> {
  await userEvent.click(screen.getByRole('combobox', { name: 'Model' }))
  await screen.findByRole('listbox')
}

function optionNames(): readonly string[] {
  return screen.getAllByRole('option').map(({ textContent }) => textContent)
}

it('offers the models under their connections and tells which was chosen', async () => {
  const chosen = renderPicker({ language: 'ja' })
  const picker = screen.getByRole('combobox', { name: 'モデル' })
  expect(picker.textContent).toBe('Demo')
  await userEvent.click(picker)
  expect((await screen.findByRole('option', { selected: true })).textContent).toBe('Demo')
  const vertex = screen.getByRole('group', { name: 'Google Vertex AI' })
  await userEvent.click(within(vertex).getByRole('option', { name: 'Gemini Pro' }))
  expect(chosen).toEqual(['vertex/gemini-pro'])
  expect(screen.queryByRole('listbox')).toBeNull()
})

it('finds a model by the keyboard, in any way of writing, and gives the focus back', async () => {
  const chosen = renderPicker()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}ＰＲＯ vertex')
  expect(optionNames()).toEqual(['Gemini Pro'])
  await userEvent.keyboard('{Enter}')
  expect(chosen).toEqual(['vertex/gemini-pro'])
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Model' }))
})

it('finds the Demo by what it is called in the language of the reader', async () => {
  renderPicker({ language: 'ja' })
  await userEvent.click(screen.getByRole('combobox', { name: 'モデル' }))
  await screen.findByRole('listbox')
  await userEvent.keyboard('デモ')
  expect(optionNames()).toEqual(['Demo'])
})

it('says so when no model has the name, and keeps the choice', async () => {
  const chosen = renderPicker()
  await openPicker()
  await userEvent.keyboard('llama')
  expect(screen.getByText(/^No model has this name/)).toBeDefined()
  await userEvent.keyboard('{Enter}{Escape}')
  expect([chosen, screen.queryByRole('listbox')]).toEqual([[], null])
})

it('leaves to an input method the Enter that ends a composition', async () => {
  const chosen = renderPicker()
  await openPicker()
  const field = screen.getByRole('combobox', { name: 'Find a model' })
  await userEvent.type(field, 'gemini')
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
  expect([chosen, optionNames()]).toEqual([[], ['Gemini Flash', 'Gemini Pro']])
})

it('puts favourites first, with the connection that they come from and what they hold', async () => {
  const [demo, flash, pro] = MODELS
  if (demo === undefined || flash === undefined || pro === undefined) throw new Error('too few models')
  renderPicker({ models: [demo, flash, { ...pro, isFavourite: true, contextWindow: 1_000_000 }] })
  await openPicker()
  const favourites = screen.getByRole('group', { name: 'Favourites' })
  expect(within(favourites).getByRole('option').textContent).toBe('Gemini ProGoogle Vertex AI · 1M tokens')
  expect(optionNames()).toHaveLength(3)
})
