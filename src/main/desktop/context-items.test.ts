import { expect, it } from 'vitest'

import { contextItems, type ContextPlace } from './context-items'

const editFlags = {
  ...{ canUndo: true, canRedo: false, canCut: false, canCopy: true, canPaste: true, canSelectAll: true },
}
const NOWHERE: ContextPlace = { isEditable: false, selectionText: '', link: undefined, editFlags }

function draw(place: Partial<ContextPlace>): readonly string[] {
  return contextItems({ ...NOWHERE, ...place }).map((item) => {
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
  [
    'editing in a field, as far as it is possible there',
    { isEditable: true },
    ['undo', '(redo)', 'line', '(cut)', 'copy', 'paste', 'line', 'selectAll'],
  ],
])('offers %s', (_, place, items) => {
  expect(draw(place)).toEqual(items)
})
