import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { Dialog } from './dialog'

function Page({ onKey }: { readonly onKey: (key: string) => void }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div onKeyDown={({ key }) => onKey(key)}>
      <button onClick={() => setIsOpen(true)}>Ask</button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title="Sure?" description="It is a lot.">
        <input aria-label="Name" />
      </Dialog>
    </div>
  )
}

it('holds the focus, is closed by Esc, which the window behind does not hear, and gives the focus back', async () => {
  const heard: string[] = []
  const user = userEvent.setup()
  renderWithWords(<Page onKey={(key) => heard.push(key)} />)
  await user.click(screen.getByRole('button', { name: 'Ask' }))
  const dialog = await screen.findByRole('dialog', { name: 'Sure?', description: 'It is a lot.' })
  expect(dialog.contains(document.activeElement)).toBe(true)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(heard).not.toContain('Escape')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask' }))
})
