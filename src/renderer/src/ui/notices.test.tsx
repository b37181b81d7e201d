import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { Notices, useNotify } from './notices'

function Page({ onUndo }: { readonly onUndo: (what: string) => void }) {
  const notify = useNotify()
  const say = (what: string) =>
    notify({ text: `${what} deleted`, action: { label: 'Undo', onPress: () => onUndo(what) } })
  return ['One', 'Two'].map((what) => (
    <button key={what} onClick={() => say(what)}>
      {what}
    </button>
  ))
}

it('offers to undo the latest only, once, and goes', async () => {
  const undone: string[] = []
  const user = userEvent.setup()
  renderWithWords(
    <Notices>
      <Page onUndo={(what) => undone.push(what)} />
    </Notices>,
  )
  await user.click(screen.getByRole('button', { name: 'One' }))
  expect(await screen.findByText('One deleted')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Two' }))
  expect(await screen.findByText('Two deleted')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undone).toEqual(['Two'])
  expect(screen.queryByText('Two deleted')).toBeNull()
})
