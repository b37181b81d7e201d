import { expect, it } from 'vitest'

import type { ReplyDetails } from '#shared/message'
import { waitingReply } from '#shared/testing/waiting-reply'

import { toSignedParts } from './to-signed-parts'

const parts = (text: string, thought: string, details?: ReplyDetails) =>
  toSignedParts({ ...waitingReply, text, thought, ...(details === undefined ? {} : { details }) })

it('leaves what was said before a cut unsigned', () => {
  const signedParts = [
    { kind: 'thought', length: 2 },
    { kind: 'text', length: 3 },
  ] as const
  expect(parts('One two', 'Hm. Ah', { thoughtSignatures: ['s1', 's2'], signedParts })).toEqual([
    { kind: 'thought', words: 'Hm. ', signature: '' },
    { kind: 'text', words: 'One ', signature: '' },
    { kind: 'thought', words: 'Ah', signature: 's1' },
    { kind: 'text', words: 'two', signature: 's2' },
  ])
})

it('signs what was kept without places as thought and text', () => {
  expect(parts('One', 'Hm', { thoughtSignatures: ['s1', 's2'] })).toEqual([
    { kind: 'thought', words: 'Hm', signature: 's1' },
    { kind: 'text', words: 'One', signature: 's2' },
  ])
})

it('signs nothing when there are not as many signatures as parts', () => {
  expect([parts('One', '', { thoughtSignatures: ['s1', 's2'] }), parts('One', '')]).toEqual([
    undefined,
    undefined,
  ])
})
