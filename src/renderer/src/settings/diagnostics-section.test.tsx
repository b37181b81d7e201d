import { screen, within } from '@testing-library/react'
import { act } from 'react'
import { expect, it } from 'vitest'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'

const section = () => within(screen.getByRole('region', { name: 'Diagnostics' }))

async function openAbout() {
  const main = createFakeBridge()
  const { user } = await renderApp({ main })
  await act(async () => main.announce('openUpdates', {}))
  return { main, user }
}

it('copies what was shown first, to the letter', async () => {
  const { main, user } = await openAbout()
  main.answer({ readDiagnostics: () => ({ ok: true, value: { text: '## Nagare\n- Sandbox: on' } }) })
  expect(section().queryByRole('button', { name: 'Copy diagnostics' })).toBeNull()
  await user.click(section().getByRole('button', { name: 'Show diagnostics' }))
  expect(document.activeElement?.textContent).toBe('Copy diagnostics')
  const shown = section().getByRole('region', { name: 'What will be copied' }).textContent
  expect(shown).toBe('## Nagare\n- Sandbox: on')
  await user.click(section().getByRole('button', { name: 'Copy diagnostics' }))
  expect(await navigator.clipboard.readText()).toBe(shown)
  expect(section().getByRole('status').textContent).toBe('Copied')
})

it('says where the log is when no program shows the folder, and where to look when there is no text', async () => {
  const { main, user } = await openAbout()
  main.answer({ openLogFolder: () => ({ ok: true, value: { isOpen: false, folder: '/home/me/logs' } }) })
  await user.click(section().getByRole('button', { name: 'Open the log folder' }))
  expect(section().getByRole('alert').textContent).toContain('/home/me/logs')
  main.answer({ readDiagnostics: () => ({ ok: false, error: { code: 'unexpected', detail: '' } }) })
  await user.click(section().getByRole('button', { name: 'Show diagnostics' }))
  expect(section().getByRole('alert').textContent).toMatch(/could not be read/)
})
