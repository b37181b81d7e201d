import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { Notices, useNotify } from './notices'

function Page({ onUndo }: { readonly onUndo: (what: string) => void }) {
  const notify = useNotify()
  const deleted = (what: string) => notify({ text: `${what} deleted`, undo: () => onUndo(what) })
  return (
    <>
      {['One', 'Two', 'Three', 'Four'].map((what) => (
        <button key={what} onClick={() => deleted(what)}>
          {what}
        </button>
      ))}
      <button onClick={() => notify({ text: 'Copied' })}>Copy</button>
      <textarea aria-label="Message" />
    </>
  )
}

function open() {
  const undone: string[] = []
  const user = userEvent.setup()
  renderWithWords(
    <Notices>
      <Page onUndo={(what) => undone.push(what)} />
    </Notices>,
  )
  const press = (name: string) => user.click(screen.getByRole('button', { name }))
  return { undone, user, press }
}

const noticeOf = (text: string) => screen.getByText(text).parentElement ?? document.body

it('names its place in the reader’s language', () => {
  renderWithWords(<Notices>{undefined}</Notices>, 'ja')
  expect(screen.getByRole('region').getAttribute('aria-label')).toBe('通知')
})

it('keeps the way back from each act, whatever is done and said after it', async () => {
  const { undone, user, press } = open()
  await press('One')
  await press('Two')
  await press('Copy')
  expect(await screen.findByText('Copied')).toBeDefined()
  await user.click(within(noticeOf('One deleted')).getByRole('button', { name: 'Undo' }))
  expect(undone).toEqual(['One'])
  expect(screen.queryByText('One deleted')).toBeNull()
  expect(screen.getByText('Two deleted')).toBeDefined()
})

it('takes back act after act by keys, also those whose notices are gone, and each once', async () => {
  const { undone, user, press } = open()
  for (const name of ['One', 'Two', 'Three', 'Four']) await press(name)
  await user.click(within(noticeOf('Three deleted')).getByRole('button', { name: 'Undo' }))
  await user.click(within(noticeOf('Four deleted')).getByRole('button', { name: 'Dismiss' }))
  await user.keyboard('{Control>}zzzz{/Control}')
  expect(undone).toEqual(['Three', 'Four', 'Two', 'One'])
  expect(await screen.findByText('Undone.')).toBeDefined()
})

it('leaves the keys to a text field, which has a way back of its own', async () => {
  const { undone, user, press } = open()
  await press('One')
  await user.click(screen.getByRole('textbox', { name: 'Message' }))
  await user.keyboard('{Control>}z{/Control}')
  expect(undone).toEqual([])
})
