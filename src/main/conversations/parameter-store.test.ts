import { expect, it } from 'vitest'

import { createParameterStore } from './parameter-store'
import { openTemporary } from './testing/temporary-database'

it('keeps what was chosen for a conversation, also before its first prompt, and takes it back', () => {
  const store = createParameterStore(openTemporary())
  const before = store.read('c')
  store.keep('c', { temperature: 0, stopSequences: ['\n'] })
  const chosen = store.read('c')
  store.keep('c', { seed: 1 })
  expect([before, chosen, store.read('c'), store.read('d')]).toEqual([
    {},
    { temperature: 0, stopSequences: ['\n'] },
    { seed: 1 },
    {},
  ])
  store.keep('c', {})
  expect(store.read('c')).toEqual({})
})

it('passes over what another version wrote, and keeps the rest', () => {
  const database = openTemporary()
  const json = JSON.stringify({ temperature: 'hot', topP: 0.5, mood: 'calm' })
  database.run('INSERT INTO conversation_parameters VALUES (?, ?)', ['c', json])
  expect(createParameterStore(database).read('c')).toEqual({ topP: 0.5 })
})
