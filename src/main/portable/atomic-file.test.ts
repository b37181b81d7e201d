import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { writeAtomically } from './atomic-file'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nagare-atomic-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Each larger than what a stream takes without a pause. */
async function* pieces(count: number): AsyncGenerator<string> {
  for (let index = 0; index < count; index++) yield await Promise.resolve(String(index % 10).repeat(100_000))
}

it('waits for the disk as often as it must, and leaves no listener behind each time', async () => {
  const warnings: string[] = []
  const hear = ({ name }: Error): void => void warnings.push(name)
  process.on('warning', hear)
  await writeAtomically(join(folder, 'export'), pieces(30))
  await setImmediate()
  process.off('warning', hear)
  expect(warnings).toEqual([])
  expect(readFileSync(join(folder, 'export')).length).toBe(3_000_000)
})

it('leaves nothing behind, and what was there as it was, when the pieces fail', async () => {
  await writeAtomically(join(folder, 'export'), pieces(1))
  async function* failing(): AsyncGenerator<string> {
    yield* pieces(2)
    throw new Error('cut off')
  }
  await expect(writeAtomically(join(folder, 'export'), failing())).rejects.toThrow('cut off')
  expect([readdirSync(folder), readFileSync(join(folder, 'export')).length]).toEqual([['export'], 100_000])
})
