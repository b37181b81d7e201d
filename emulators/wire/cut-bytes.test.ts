import { expect, it } from 'vitest'

import { cutBytes } from './cut-bytes'

function hex(pieces: readonly Buffer[]): readonly string[] {
  return pieces.map((piece) => piece.toString('hex'))
}

it('cuts inside the first multi-byte character', () => {
  expect(hex(cutBytes(Buffer.from('a日b')))).toEqual(['61e6', '97a562'])
})

it('leaves plain text in one piece', () => {
  expect(hex(cutBytes(Buffer.from('ab')))).toEqual(['6162'])
})

it('cuts to the size it is given, whatever the characters', () => {
  expect(hex(cutBytes(Buffer.from('日本'), 4))).toEqual(['e697a5e6', '9cac'])
})
