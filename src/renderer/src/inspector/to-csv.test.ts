import { expect, it } from 'vitest'

import { toCsv } from './to-csv'

it('writes a header and a line per chunk, each ended as RFC 4180 has it', () => {
  const csv = toCsv([
    { atMs: 412.5, kind: 'thought', length: 12 },
    { atMs: 1_430.501, kind: 'text', length: 3 },
  ])
  expect(csv).toBe('index,at_ms,gap_ms,kind,length\r\n1,412.5,,thought,12\r\n2,1430.501,1018.001,text,3\r\n')
})

it('writes a stream without chunks as a header alone', () => {
  expect(toCsv([])).toBe('index,at_ms,gap_ms,kind,length\r\n')
})
