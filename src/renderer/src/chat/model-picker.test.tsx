import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { MODELS } from '../testing/fake-bridge'
import { renderWithWords } from '../testing/render-with-words'
import { ModelPicker } from './model-picker'

it('offers the models under their providers and tells which was chosen', async () => {
  const chosen: string[] = []
  renderWithWords(
    <ModelPicker models={MODELS} chosenId="demo/flow" onChoose={(id) => chosen.push(id)} />,
    'ja',
  )
  const picker = screen.getByRole<HTMLSelectElement>('combobox', { name: 'モデル' })
  const vertex = within(picker).getByRole('group', { name: 'Google Vertex AI' })
  await userEvent.selectOptions(picker, within(vertex).getByRole('option', { name: 'Gemini Pro' }))
  expect([picker.value, chosen]).toEqual(['demo/flow', ['vertex/gemini-pro']])
})
