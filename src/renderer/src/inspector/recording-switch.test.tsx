import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { RecordingSwitch } from './recording-switch'
import { createFakeRecording } from './testing/fake-recording'

it('shows whether raw streams are recorded, and switches it', async () => {
  const recording = createFakeRecording()
  renderWithWords(<RecordingSwitch recording={recording} provider="vertex" />)
  const toggle = await screen.findByRole('switch', { name: 'Record raw streams', checked: false })
  await userEvent.click(toggle)
  await screen.findByRole('switch', { checked: true })
  expect(await recording.isOn()).toBe(true)
})

it('shows what the recorder does, not what was asked of it', async () => {
  const recording = { ...createFakeRecording(), switchTo: async () => {} }
  renderWithWords(<RecordingSwitch recording={recording} provider="vertex" />)
  await userEvent.click(await screen.findByRole('switch'))
  await screen.findByRole('switch', { checked: false })
})

it.each(['demo', 'recording'])(
  'says aloud, once it is on, that there is nothing of %s to record',
  async (provider) => {
    renderWithWords(<RecordingSwitch recording={createFakeRecording()} provider={provider} />)
    const toggle = await screen.findByRole('switch', { checked: false })
    expect(screen.getByRole('status')).toHaveProperty('textContent', '')
    await userEvent.click(toggle)
    await screen.findByRole('switch', { checked: true })
    expect(screen.getByRole('status')).toHaveProperty(
      'textContent',
      expect.stringMatching(/^Nothing to record:/),
    )
  },
)

it('says nothing of the kind about a provider that is recorded', async () => {
  renderWithWords(<RecordingSwitch recording={createFakeRecording()} provider="ollama" />)
  await userEvent.click(await screen.findByRole('switch'))
  await screen.findByRole('switch', { checked: true })
  expect(screen.getByRole('status')).toHaveProperty('textContent', '')
})
