import { describe, expect, it } from 'vitest'

import { requests } from '#shared/contract'

import type { Caller } from '../bridge/answer'
import { servePresets } from './preset-handlers'
import { createPresetStore } from './preset-store'
import { openTemporary, temporaryFile } from './testing/temporary-database'

const translate = { id: '00000000-0000-4000-8000-000000000001', name: '翻訳', text: '{{文}}を訳して' }
const review = { id: '00000000-0000-4000-8000-000000000002', name: 'Review', text: 'Review this:\n{{code}}' }

function setUp(file = temporaryFile()) {
  const database = openTemporary(file)
  const { handlers, tell } = servePresets(createPresetStore(database, () => 1))
  const told: unknown[] = []
  const leaving = new AbortController()
  const window: Caller = { tell: (...said) => told.push(said), gone: leaving.signal }
  return { file, database, handlers, tell, told, window, leave: () => leaving.abort() }
}

describe('the prompts that are kept', () => {
  it('are there after a restart as they were last kept', () => {
    const { file, database, handlers, window } = setUp()
    void handlers.keepPresets({ presets: [translate, review] }, window)
    void handlers.keepPresets({ presets: [{ ...review, text: 'Anew' }] }, window)
    database.close()
    const again = setUp(file)
    expect(again.handlers.readPresets({}, window)).toEqual({
      presets: [translate, { ...review, text: 'Anew' }],
    })
  })

  it('are told to every window that has asked for them, and to none that is gone', () => {
    const { handlers, tell, told, window, leave } = setUp()
    void handlers.keepPresets({ presets: [translate] }, window)
    expect(told).toEqual([])
    void handlers.readPresets({}, window)
    void handlers.keepPresets({ presets: [review] }, window)
    void handlers.deletePreset({ id: translate.id }, window)
    tell()
    leave()
    void handlers.deletePreset({ id: review.id }, window)
    const events = [[translate, review], [review], [review]].map((presets) => ['presets', { presets }])
    expect(told).toEqual(events)
  })

  it.each([
    ['without a name', { ...translate, name: ' ' }],
    ['with a name of two lines', { ...translate, name: 'a\nb' }],
    ['with a name that is too long', { ...translate, name: 'x'.repeat(81) }],
    ['without words', { ...translate, text: '' }],
  ])('are refused %s', (_, preset) => {
    expect(requests.keepPresets.safeParse({ presets: [preset] }).success).toBe(false)
    expect(requests.keepPresets.safeParse({ presets: [translate] }).success).toBe(true)
  })
})
