import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { Composer, type ComposerProps } from './composer'

function Desk(props: Omit<ComposerProps, 'draft' | 'onDraft'>) {
  const [draft, setDraft] = useState('')
  return <Composer {...props} draft={draft} onDraft={setDraft} />
}

function setUp(props: { readonly isLive?: boolean; readonly canSend?: boolean } = {}) {
  const sent: string[] = []
  const stops: string[] = []
  renderWithWords(
    <Desk
      isLive={props.isLive ?? false}
      canSend={props.canSend ?? true}
      onSend={(text) => sent.push(text)}
      onStop={() => stops.push('stop')}
    />,
  )
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
  return { sent, stops, field, user: userEvent.setup() }
}

describe('Composer', () => {
  it('has the focus from the start', () => {
    const { field } = setUp()
    expect(document.activeElement).toBe(field)
  })

  it('sends on Enter what was typed, and clears itself', async () => {
    const { sent, field, user } = setUp()
    await user.type(field, 'Hello{Enter}')
    expect([sent, field.value]).toEqual([['Hello'], ''])
  })

  it('sends pasted code with its indentation, but without the line breaks below it', async () => {
    const { sent, field, user } = setUp()
    await user.click(field)
    await user.paste('\n    if x:\n\n        go() \n\n')
    await user.keyboard('{Enter}')
    expect(sent).toEqual(['\n    if x:\n\n        go() '])
  })

  it('sends on a press of the button', async () => {
    const { sent, field, user } = setUp()
    await user.type(field, 'Hello')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(sent).toEqual(['Hello'])
  })

  it('breaks the line on Shift+Enter', async () => {
    const { sent, field, user } = setUp()
    await user.type(field, 'One{Shift>}{Enter}{/Shift}two')
    expect([sent, field.value]).toEqual([[], 'One\ntwo'])
  })

  it('does not send blank text', async () => {
    const { sent, field, user } = setUp()
    await user.type(field, '   {Shift>}{Enter}{/Shift} {Enter}')
    expect(sent).toEqual([])
    expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
  })

  it.each([
    ['says so itself', { key: 'Enter', isComposing: true }],
    ['is a key of the input method', { key: 'Process', keyCode: 229 }],
    ['has only the key code, as in Safari after the composition has ended', { key: 'Enter', keyCode: 229 }],
  ])('does not send on the Enter of a composition that %s', (_, key) => {
    const { sent, field } = setUp()
    fireEvent.compositionStart(field)
    fireEvent.change(field, { target: { value: '野球とは' } })
    fireEvent.compositionEnd(field)
    fireEvent.keyDown(field, key)
    expect([sent, field.value]).toEqual([[], '野球とは'])
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })
    expect(sent).toEqual(['野球とは'])
  })

  it('offers Stop in place of Send while a reply is coming, and keeps the draft', async () => {
    const { sent, stops, field, user } = setUp({ isLive: true })
    await user.type(field, 'Next{Enter}')
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(screen.queryByRole('button', { name: 'Send' })).toBeNull()
    expect([sent, stops, field.value]).toEqual([[], ['stop'], 'Next'])
  })

  it('keeps the draft while there is nobody to send it to', async () => {
    const { sent, field, user } = setUp({ canSend: false })
    await user.type(field, 'Early{Enter}')
    expect([sent, field.value]).toEqual([[], 'Early'])
  })
})
