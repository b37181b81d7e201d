import { expect, it } from 'vitest'

import { createOwnHistory } from './own-history'

it('lets a field that nobody else wrote into do as it does', () => {
  const history = createOwnHistory()
  expect(history.allows('historyUndo')).toBe(true)
  history.changed('insertText', 'a')
  history.changed('historyUndo', '')
  expect(history.allows('historyUndo')).toBe(true)
  expect(history.allows('historyRedo')).toBe(true)
})

it('ends at the text that came from elsewhere, and begins there again', () => {
  const history = createOwnHistory()
  history.changed('insertText', 'sent')
  history.written('')
  expect(history.allows('historyUndo')).toBe(false)
  expect(history.allows('historyRedo')).toBe(false)
  expect(history.allows('insertText')).toBe(true)

  history.changed('insertText', 'a')
  expect(history.allows('historyUndo')).toBe(true)
  history.changed('historyUndo', '')
  expect(history.allows('historyUndo')).toBe(false)
  expect(history.allows('historyRedo')).toBe(true)
  history.changed('historyRedo', 'a')
  expect(history.allows('historyUndo')).toBe(true)
})

it('goes past the first text as often as the user came back to it', () => {
  const history = createOwnHistory()
  history.written('')
  history.changed('insertText', 'a')
  history.changed('deleteContentBackward', '')
  history.changed('insertText', 'b')
  history.changed('historyUndo', '')
  expect(history.allows('historyUndo')).toBe(true)
  history.changed('historyUndo', 'a')
  history.changed('historyUndo', '')
  expect(history.allows('historyUndo')).toBe(false)
})
