import { resolve } from 'node:path'

import { expect, it } from 'vitest'

import { readCommandLine } from './command-line.mjs'

it.each([
  ['after the switches of a debugger', ['--inspect=0', '--remote-debugging-port=0', '/app', '--lang=ja']],
  ['before its own arguments', ['/app', '/a/file', '-r', '/not-ours.js']],
  ['relative to the working folder', ['--no-sandbox', '../app']],
])('finds an app %s', (_, args) => {
  expect(readCommandLine(['electron', ...args], '/work')).toEqual({ folder: resolve('/app'), preloads: [] })
})

it('takes a preloaded script for no app', () => {
  const argv = ['electron', '-r', '/loader.js', '--inspect=0', '/app']
  expect(readCommandLine(argv, '/work')).toEqual({
    folder: resolve('/app'),
    preloads: [resolve('/loader.js')],
  })
})

it('finds no app among switches alone', () => {
  expect(readCommandLine(['electron', '--no-sandbox'], '/work')).toEqual({ folder: undefined, preloads: [] })
})
