import { expect, it } from 'vitest'

import { contextItems, type ContextPlace } from './context-items'

const editFlags = {
  ...{ canUndo: true, canRedo: false, canCut: false, canCopy: true, canPaste: true, canSelectAll: true },
}
const RIGHT = { misspelledWord: '', dictionarySuggestions: [] }
const NOWHERE: ContextPlace = { isEditable: false, selectionText: '', link: undefined, editFlags, ...RIGHT }

const FIELD = ['undo', '(redo)', 'line', '(cut)', 'copy', 'paste', 'line', 'selectAll']

function draw(place: Partial<ContextPlace>): readonly string[] {
  return contextItems({ ...NOWHERE, ...place }).map((item) => {
    if ('word' in item) return `${item.kind} ${item.word}`
    if (item.kind !== 'role') return item.kind
    return item.isEnabled ? item.role : `(${item.role})`
  })
}

it.each<[name: string, place: Partial<ContextPlace>, items: readonly string[]]>([
  ['nothing on bare paper', {}, []],
  ['nothing for white space', { selectionText: ' \n' }, []],
  ['copying for words', { selectionText: 'words' }, ['copy']],
  ['its ways for a link', { link: 'https://example.com/' }, ['open-link', 'copy-link']],
  [
    'both for words in a link',
    { link: 'https://example.com/', selectionText: 'words' },
    ['open-link', 'copy-link', 'line', 'copy'],
  ],
  ['editing in a field, as far as it is possible there', { isEditable: true }, FIELD],
  [
    'what a misspelt word may have been, five at most, before everything else',
    {
      ...{ isEditable: true, misspelledWord: 'teh' },
      dictionarySuggestions: ['the', 'ten', 'tea', 'tech', 'eh', 'ted'],
    },
    [
      ...['the', 'ten', 'tea', 'tech', 'eh'].map((word) => `suggestion ${word}`),
      ...['add-word teh', 'line', ...FIELD],
    ],
  ],
  [
    'to learn a word for which there is no other',
    { isEditable: true, misspelledWord: 'Nagare' },
    ['no-suggestion', 'add-word Nagare', 'line', ...FIELD],
  ],
  [
    'nothing of it where nothing can be written',
    { ...{ misspelledWord: 'teh' }, selectionText: 'a' },
    ['copy'],
  ],
])('offers %s', (_, place, items) => {
  expect(draw(place)).toEqual(items)
})
