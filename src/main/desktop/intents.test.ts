import { describe, expect, it } from 'vitest'

import type { Caller } from '../bridge/answer'
import { createIntents } from './intents'
import { readArguments } from './read-arguments'

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

function setUp(there: readonly string[] = []) {
  let shown = 0
  const intents = createIntents({ isThere: (id) => there.includes(id), show: () => (shown += 1) })
  const window: Caller = { tell: () => undefined, gone: new AbortController().signal }
  const taken = async () => (await intents.handlers.takeIntents({}, window)).intents
  return { ...intents, taken, shown: () => shown }
}

describe('what is wanted from outside', () => {
  it('waits for a window, and is given once', async () => {
    const { take, taken, shown } = setUp()
    expect(take({ links: ['nagare://new?prompt=Hello'], files: [] })).toBe(true)
    expect(shown()).toBe(1)
    expect(await taken()).toEqual([{ kind: 'new', prompt: 'Hello' }])
    expect(await taken()).toEqual([])
  })

  it('is nothing where the app itself was started', () => {
    const { take, shown } = setUp()
    expect([take({ links: [], files: [] }), shown()]).toEqual([false, 0])
  })

  it('is told as refused where it is not understood, or leads nowhere', async () => {
    const { take, taken } = setUp()
    take({ links: ['nagare://delete', `nagare://conversation/${ID}`], files: [] })
    expect(await taken()).toEqual([
      { kind: 'refused', reason: 'link' },
      { kind: 'refused', reason: 'conversation' },
    ])
  })

  it('leads to a conversation that is there', async () => {
    const { take, taken } = setUp([ID])
    take({ links: [`nagare://conversation/${ID}`], files: [] })
    expect(await taken()).toEqual([{ kind: 'conversation', conversationId: ID }])
  })

  it('keeps the path of a file from the page, takes one at a time, and gives it once', async () => {
    const { take, taken, takeFile } = setUp()
    take({ links: [], files: ['/home/me/a.jsonl', '/home/me/b.jsonl'] })
    expect(await taken()).toEqual([{ kind: 'import' }, { kind: 'refused', reason: 'more-files' }])
    expect([takeFile(), takeFile()]).toEqual(['/home/me/a.jsonl', undefined])
  })

  it('reads the first of several files, also when they come one by one', async () => {
    const { take, taken, takeFile } = setUp()
    take({ links: [], files: ['/home/me/a.jsonl'] })
    take({ links: [], files: ['/home/me/b.jsonl'] })
    expect(await taken()).toEqual([{ kind: 'import' }, { kind: 'refused', reason: 'more-files' }])
    expect([takeFile(), takeFile()]).toEqual(['/home/me/a.jsonl', undefined])
    take({ links: [], files: ['/home/me/c.jsonl'] })
    expect([await taken(), takeFile()]).toEqual([[{ kind: 'import' }], '/home/me/c.jsonl'])
  })

  it('does not grow without end', async () => {
    const { take, taken } = setUp()
    for (let round = 0; round < 100; round += 1) take({ links: ['nagare://new'], files: [] })
    expect(await taken()).toHaveLength(8)
  })
})

describe('a command line', () => {
  it.each([
    ['nothing', ['nagare'], [], []],
    ['the app’s own folder and switches', ['electron', '.', '--quick', '--lang=ja'], [], []],
    ['a file beside the one who asked', ['nagare', 'a.jsonl'], [], ['/home/me/a.jsonl']],
    [
      'files with whole paths, in any letters',
      ['nagare', '/x/A.JSONL', '/y/b.jsonl'],
      [],
      ['/x/A.JSONL', '/y/b.jsonl'],
    ],
    ['a switch that looks like a file', ['nagare', '--log-file=/x/a.jsonl', '-a.jsonl'], [], []],
    ['a link', ['nagare', 'nagare://new'], ['nagare://new'], []],
    [
      'a link, and what was smuggled in with it',
      ['nagare', '--a', 'NAGARE://new', '/x/a.jsonl', 'nagare://settings'],
      ['NAGARE://new'],
      [],
    ],
    ['another scheme', ['nagare', 'https://a.example/a'], [], []],
  ])('is read: %s', (...[, argv, links, files]) => {
    expect(readArguments(argv, '/home/me')).toEqual({ links, files })
  })
})
