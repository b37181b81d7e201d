import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Ellipsis } from 'lucide-react'
import { expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { MenuButton } from './menu-button'
import type { MenuEntry } from './menu-entry'

function open() {
  const pressed: string[] = []
  const action = (label: string, rest = {}): MenuEntry => {
    return { kind: 'action', label, onPress: () => pressed.push(label), ...rest }
  }
  const entries = () => [
    action('Rename', { keys: 'F2' }),
    {
      kind: 'list',
      label: 'Move to',
      entries: [action('Sport'), action('No folder', { isChosen: true })],
    } as const,
    { kind: 'line' } as const,
    action('Delete', { isDangerous: true }),
  ]
  renderWithWords(<MenuButton icon={Ellipsis} label="More" entries={entries} />)
  return { pressed, user: userEvent.setup() }
}

it('is opened, walked through and left by keys alone, and gives the focus back', async () => {
  const { pressed, user } = open()
  await user.tab()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('menu')).toBeDefined()
  await user.keyboard('{End}{Enter}')
  expect(pressed).toEqual(['Delete'])
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }))
})

it('unfolds a list within the menu, and says which of them is the present one', async () => {
  const { pressed, user } = open()
  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.keyboard('{ArrowDown}')
  screen.getByRole('menuitem', { name: 'Move to' }).focus()
  await user.keyboard('{ArrowRight}')
  const present = await screen.findByRole('menuitemcheckbox', { name: 'No folder' })
  expect(present.getAttribute('aria-checked')).toBe('true')
  await user.click(screen.getByRole('menuitem', { name: 'Sport' }))
  expect(pressed).toEqual(['Sport'])
})
