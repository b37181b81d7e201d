import { screen, within } from '@testing-library/react'
import { act } from 'react'
import { expect, it } from 'vitest'

import type { UpdateState } from '#shared/update'

import { createFakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const RELEASE = { version: '9.0.0', notes: 'Now **faster**.\n\n<img src=x onerror=alert(1)>' }
const updates = () => within(screen.getByRole('region', { name: 'Updates' }))

async function openAbout() {
  const main = createFakeBridge()
  const app = await renderApp({ main })
  await act(async () => main.announce('openUpdates', {}))
  const become = (state: UpdateState) => act(async () => main.announce('update', state))
  return { ...app, main, become }
}

it('opens from the native menu and checks, asks before it downloads, and shows the notes as Markdown alone', async () => {
  const { main, user, become } = await openAbout()
  expect(main.asked).toContainEqual({ name: 'checkForUpdate', input: {} })
  await become({ step: 'found', release: RELEASE, isUnasked: false })
  expect(updates().getByRole('status').textContent).toMatch(/^Version 9\.0\.0 is available\. Nothing/)
  const notes = updates().getByRole('article', { name: 'What is new in version 9.0.0' })
  expect(within(notes).getByText('faster').tagName).toBe('STRONG')
  expect(notes.querySelector('img')).toBeNull()
  expect(main.asked).not.toContainEqual({ name: 'downloadUpdate', input: {} })
  await user.click(updates().getByRole('button', { name: 'Download' }))
  expect(main.asked).toContainEqual({ name: 'downloadUpdate', input: {} })
})

it('says how far it is without saying it at every per cent, then offers the restart, and waits for an answer', async () => {
  const { main, user, become } = await openAbout()
  await become({ step: 'downloading', release: RELEASE, percent: 41 })
  expect(updates().getByRole('progressbar').getAttribute('value')).toBe('41')
  expect(updates().getByRole('status').textContent).toBe('Version 9.0.0 is being downloaded…')
  expect(updates().queryByRole('button')).toBeNull()
  await become({ step: 'ready', release: RELEASE, waits: false })
  await user.click(updates().getByRole('button', { name: 'Restart and install' }))
  expect(main.asked).toContainEqual({ name: 'installUpdate', input: {} })
  await become({ step: 'ready', release: RELEASE, waits: true })
  expect(updates().getByRole('status').textContent).toMatch(/as soon as no answer is being written/)
})

it('names what hinders it, with the page of the releases, and offers nothing that cannot be done', async () => {
  const { become } = await openAbout()
  await become({ step: 'hindered', by: 'package', page: 'https://example.com/releases' })
  expect(updates().getByRole('status').textContent).toMatch(/installed as a package/)
  expect(updates().getByRole('link', { name: 'All releases' }).getAttribute('href')).toBe(
    'https://example.com/releases',
  )
  expect(updates().queryByRole('button')).toBeNull()
})

it('says in passing what it found by itself', async () => {
  const found = { step: 'found', release: RELEASE, isUnasked: true } as const
  await renderApp({ main: createFakeBridge({ readUpdate: () => ({ ok: true, value: found }) }) })
  expect(
    (await screen.findAllByText('Nagare 9.0.0 is available. See Settings → About.')).length,
  ).toBeGreaterThan(0)
})

it('shows whose work is in the program, with the text of each licence', async () => {
  const { main, user } = await openAbout()
  const license = { name: 'react', version: '19.3.1', identifier: 'MIT', text: 'Copyright (c) Meta' }
  main.answer({ readLicenses: () => ({ ok: true, value: { licenses: [license] } }) })
  await user.click(screen.getByRole('button', { name: 'Show the licences' }))
  expect(await screen.findByText('1 library')).toBeTruthy()
  expect(screen.getByText('Copyright (c) Meta')).toBeTruthy()
})
