import { expect, it } from 'vitest'

import { holdEvent } from './hold-event'

function createSource() {
  const listeners = new Set<(event: string) => void>()
  const tell = (event: string): void => listeners.forEach((listener) => listener(event))
  const follow = (listener: (event: string) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { tell, held: holdEvent<string>(follow), followers: () => listeners.size }
}

it('gives the last event that nobody heard to the first who listens, once', () => {
  const { tell, held } = createSource()
  const first: string[] = []
  const second: string[] = []
  tell('import')
  tell('export')
  held.on((event) => first.push(event))
  held.on((event) => second.push(event))
  expect([first, second]).toEqual([['export'], []])
})

it('tells whoever listens, keeps nothing that was heard, and ends', () => {
  const { tell, held, followers } = createSource()
  const heard: string[] = []
  const stop = held.on((event) => heard.push(event))
  tell('import')
  stop()
  held.on((event) => heard.push(event))
  tell('export')
  held.dispose()
  expect([heard, followers()]).toEqual([['import', 'export'], 0])
})
