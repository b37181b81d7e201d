import { expect, it } from 'vitest'

import type { Caller, Handlers } from './answer'
import { createGate } from './gate'

const NOBODY: Caller = { tell: () => undefined, gone: new AbortController().signal }

/** Everything that happens, in its order, and work that ends when it is told to. */
function setUp() {
  const seen: string[] = []
  const gate = createGate(
    () => seen.push('closed'),
    () => seen.push('opened'),
  )
  const handlers = gate.guard({
    renameConversation: ({ title }: { readonly title: string }) => void seen.push(`renamed ${title}`),
    stopReply: () => void seen.push('stopped'),
  } as unknown as Handlers)
  function work(name: string) {
    let end: (failure?: Error) => void = () => undefined
    const ending = new Promise<void>((resolve, reject) => {
      end = (failure) => (failure === undefined ? resolve() : reject(failure))
    })
    const done = gate.alone(() => {
      seen.push(`${name} begins`)
      return ending
    })
    return { done, end }
  }
  const rename = (title: string) => handlers.renameConversation({ id: 'c', title }, NOBODY)
  return { seen, handlers, work, rename }
}

const settle = () => new Promise(setImmediate)

it('has a request wait for the work that writes alone, and lets through what writes nothing', async () => {
  const { seen, handlers, work, rename } = setUp()
  const { done, end } = work('restore')
  await settle()
  const renamed = rename('Tokyo')
  await handlers.stopReply({ replyId: 'r' }, NOBODY)
  await settle()
  expect(seen).toEqual(['closed', 'restore begins', 'stopped'])
  end()
  await Promise.all([done, renamed])
  expect(seen.slice(3)).toEqual(['opened', 'renamed Tokyo'])
})

it('does one such work after the other, and the requests when all are done that were there before them', async () => {
  const { seen, work, rename } = setUp()
  const [first, second] = [work('import'), work('restore')]
  const renamed = rename('Kyoto')
  await settle()
  expect(seen).toEqual(['closed', 'import begins'])
  first.end()
  await settle()
  expect(seen.slice(2)).toEqual(['opened', 'closed', 'restore begins'])
  second.end()
  await Promise.all([first.done, second.done, renamed])
  expect(seen.slice(5)).toEqual(['opened', 'renamed Kyoto'])
})

it('is open again after a work that failed, of which its caller hears', async () => {
  const { seen, work, rename } = setUp()
  const { done, end } = work('import')
  end(new Error('no room'))
  await expect(done).rejects.toThrow('no room')
  await rename('Nara')
  expect(seen).toEqual(['closed', 'import begins', 'opened', 'renamed Nara'])
})
