import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { readFixture } from '../../../../emulators/recordings/fixtures'
import { caught } from '../../transport/testing/caught'
import { toTransportFault } from '../../transport/transport-fault'
import { toModelFault } from '../model-fault'
import { openContext } from '../testing/connection-context'
import { createRecordingProvider } from './recording-provider'

let parent: string
let folder: string
const context = openContext({ fetch: globalThis.fetch })

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'nagare-replay-'))
  folder = join(parent, 'recordings')
  mkdirSync(folder)
})
afterEach(() => rmSync(parent, { recursive: true }))

it('offers each recording at three speeds, and sees one that comes later', () => {
  const provider = createRecordingProvider({ folder })
  expect(provider.models(context)).toEqual([])
  writeFileSync(join(folder, 'a talk.jsonl'), '')
  writeFileSync(join(folder, 'notes.txt'), '')
  expect(provider.models(context)).toEqual([
    { name: 'a talk@1x', title: 'a talk' },
    { name: 'a talk@10x', title: 'a talk · 10×' },
    { name: 'a talk@max', title: 'a talk · max' },
  ])
})

it('offers nothing when there is no folder', () => {
  expect(createRecordingProvider({ folder: join(parent, 'none') }).models(context)).toEqual([])
})

it.each(['../outside@max', 'none@max', 'inside@0x', '/etc/passwd', ''])('opens no %j', async (name) => {
  writeFileSync(join(parent, 'outside.jsonl'), readFixture('one-chunk'))
  writeFileSync(join(folder, 'inside.jsonl'), readFixture('one-chunk'))
  const { open } = createRecordingProvider({ folder })
  expect(toModelFault(await caught(open(name, context)))).toEqual({
    kind: 'unknown-model',
    modelId: `recording/${name}`,
  })
})

it('opens no recording of a provider that it cannot read', async () => {
  writeFileSync(join(folder, 'a.jsonl'), readFixture('one-chunk').replace('"vertex"', '"elsewhere"'))
  const fault = toModelFault(await caught(createRecordingProvider({ folder }).open('a@max', context)))
  expect(fault).toMatchObject({ kind: 'unknown-model' })
})

it('names the file that is damaged', async () => {
  writeFileSync(join(folder, 'a.jsonl'), readFixture('one-chunk').replace('"at"', '"ta"'))
  const fault = toTransportFault(await caught(createRecordingProvider({ folder }).open('a@max', context)))
  expect(fault).toEqual({ kind: 'malformed', host: 'a.jsonl', bytesReceived: 0 })
})
