import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

import { temporaryFile } from '../conversations/testing/temporary-database'
import { KEYS } from '../testing/planted-keys'
import { rememberSecret } from '../transport/known-secrets'
import { createLog, type LogLevel } from './log'
import { openRotatingFile } from './rotating-file'

const PROMPT = 'my very private prompt'

function openLog({ lowest = 'debug' as LogLevel, maxBytes = 100_000, maxFiles = 3 } = {}) {
  const folder = join(dirname(temporaryFile()), 'logs')
  const file = join(folder, 'nagare.log')
  const said: string[] = []
  const rotating = openRotatingFile({ file, maxBytes, maxFiles })
  const log = createLog({
    file: rotating,
    stderr: (line) => said.push(line),
    now: () => new Date(0),
    lowest,
    ownFolder: dirname(folder),
  })
  const lines = (name = 'nagare.log'): unknown[] =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
  return { ...log, lastLines: rotating.lastLines, folder, file, said, lines }
}

it('writes one JSON object a line, and none below the lowest level', () => {
  const { write, lines } = openLog({ lowest: 'info' })
  write({ level: 'debug', scope: 'chat', message: 'Left out' })
  write({ level: 'info', scope: 'chat', message: 'Two\nlines', fields: { tokens: 3 } })
  expect(lines()).toEqual([
    {
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      scope: 'chat',
      message: 'Two\nlines',
      fields: { tokens: 3 },
    },
  ])
})

it('keeps as many files as it may, the newest lines in the first', () => {
  const { write, folder, lines } = openLog({ maxBytes: 200 })
  for (let count = 0; count < 20; count += 1) {
    write({ level: 'info', scope: 'test', message: 'A line', fields: { count } })
  }
  expect(readdirSync(folder).toSorted()).toEqual(['nagare.log', 'nagare.log.1', 'nagare.log.2'])
  expect(lines().at(-1)).toMatchObject({ fields: { count: 19 } })
  expect(lines('nagare.log.1').at(-1)).toMatchObject({ fields: { count: 18 } })
})

it('reads its newest lines back, across the file that was just moved aside', () => {
  const { write, lastLines, lines } = openLog({ maxBytes: 300 })
  expect(lastLines(3)).toEqual([])
  for (let count = 0; count < 3; count += 1) {
    write({ level: 'info', scope: 'test', message: 'A line', fields: { count } })
  }
  expect(lines('nagare.log.1').length + lines().length).toBe(3)
  expect(lastLines(2).map((line) => (JSON.parse(line) as { fields: unknown }).fields)).toEqual([
    { count: 1 },
    { count: 2 },
  ])
})

it.each(Object.entries(KEYS))('writes no key of %s, wherever in a line it stands', (_, key) => {
  rememberSecret(key)
  const { write, fail, folder, said } = openLog()
  write({ level: 'info', scope: 'test', message: `With ${key}`, fields: { apiKey: key, deep: [{ key }] } })
  fail({
    scope: 'test',
    message: 'Failed',
    cause: Object.assign(new Error(`Bad ${key}`), { syscall: 'connect', code: 'EPIPE' }),
  })
  const written = readFileSync(join(folder, 'nagare.log'), 'utf8') + said.join('')
  expect(written).toContain('EPIPE')
  for (const way of [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]) {
    expect(written).not.toContain(way)
  }
})

it('hides what a quoted JSON calls a password', () => {
  const { write, lines } = openLog()
  write({ level: 'info', scope: 'test', message: '{"password":"looks like nothing"}' })
  expect(lines()).toMatchObject([{ message: '{"password":"[secret]"}' }])
})

it('writes of a failure what it is and where it was, but not what it says', () => {
  const { fail, lines } = openLog()
  const inner = Object.assign(new TypeError(`${PROMPT}\n    at ${PROMPT}`), { code: PROMPT, status: 400 })
  fail({ scope: 'chat', message: 'The request failed', cause: new Error(PROMPT, { cause: inner }) })
  fail({ scope: 'chat', message: 'The request failed', cause: PROMPT })
  const [first, second] = lines()
  expect(first).toMatchObject({
    fields: {
      kind: 'Error',
      frames: expect.arrayContaining([expect.stringMatching(/log\.test/)]) as unknown,
    },
  })
  expect(first).toMatchObject({ fields: { cause: { kind: 'TypeError', status: 400 } } })
  expect(second).toMatchObject({ fields: { kind: 'string' } })
  expect(JSON.stringify(lines())).not.toContain(PROMPT)
})

it('tells which of the files of its own failed, what a network said, and no file of the user', () => {
  const { fail, folder, lines } = openLog()
  fail({
    scope: 'test',
    message: 'Failed',
    cause: systemError('open', join(dirname(folder), 'conversations.db')),
  })
  fail({ scope: 'test', message: 'Failed', cause: systemError('open', '/home/somebody/My divorce.json') })
  fail({ scope: 'test', message: 'Failed', cause: new Error('net::ERR_CONNECTION_RESET') })
  expect(lines()).toMatchObject([
    { fields: { code: 'ENOENT', syscall: 'open', file: 'conversations.db' } },
    { fields: { code: 'ENOENT', syscall: 'open' } },
    { fields: { code: 'ERR_CONNECTION_RESET' } },
  ])
  expect(JSON.stringify(lines())).not.toContain('divorce')
})

function systemError(syscall: string, path: string): Error {
  const message = `ENOENT: no such file or directory, ${syscall} '${path}'`
  return Object.assign(new Error(message), { code: 'ENOENT', syscall, path })
}

it('takes a level and facts beside a failure', () => {
  const { fail, lines } = openLog()
  fail({
    scope: 'reply',
    message: 'A reply failed',
    cause: new Error('no'),
    level: 'warn',
    fields: { provider: 'vertex' },
  })
  expect(lines()).toMatchObject([{ level: 'warn', fields: { provider: 'vertex', kind: 'Error' } }])
  expect(JSON.stringify(lines())).not.toContain('"no"')
})

it('says once that the disk refuses, goes on on stderr, and writes again when it can', () => {
  const { write, folder, said, lines } = openLog()
  writeFileSync(folder, 'a file where the folder should be')
  const line = { level: 'info', scope: 'test', message: 'A line' } as const
  write(line)
  write(line)
  expect(said.filter((text) => text.includes('cannot be written'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('A line'))).toHaveLength(2)
  rmSync(folder)
  write(line)
  expect(lines()).toHaveLength(1)
})

it('writes a line without its fields where they are too long or no JSON', () => {
  const { write, lines } = openLog()
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  write({ level: 'info', scope: 'test', message: 'Circle', fields: circle })
  write({ level: 'info', scope: 'test', message: 'Long', fields: { text: 'x'.repeat(10_000) } })
  expect(lines()).toMatchObject([
    { message: 'Circle', fields: { leftOut: 'unreadable' } },
    { message: 'Long', fields: { leftOut: 'too long' } },
  ])
})

it('says again that the log cannot be written when it could be meanwhile', () => {
  const said: string[] = []
  let isFull = true
  const log = createLog({
    file: {
      append: () => {
        if (isFull) throw new Error('ENOSPC')
      },
      lastLines: () => [],
    },
    ...{ stderr: (line) => said.push(line), now: () => new Date(0), lowest: 'debug', ownFolder: '/' },
  })
  const write = () => log.write({ level: 'info', scope: 'test', message: 'A line' })
  const refusals = () => said.filter((line) => line.includes('cannot be written')).length
  write()
  write()
  expect(refusals()).toBe(1)
  isFull = false
  write()
  isFull = true
  write()
  expect(refusals()).toBe(2)
})

it('leaves out what would be no JSON any more without its secret', () => {
  const { write, lines } = openLog()
  write({ level: 'info', scope: 'test', message: 'A header', fields: { authorization: 5 } })
  expect(lines()).toMatchObject([{ message: 'A header', fields: { leftOut: 'unreadable' } }])
})
