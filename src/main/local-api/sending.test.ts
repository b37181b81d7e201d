import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'

import { expect, it } from 'vitest'

import { write } from './sending'

/** A client that takes nothing yet. */
function slowClient() {
  const response = Object.assign(new EventEmitter(), { write: () => false })
  const leaving = new AbortController()
  let isWritten = false
  const sending = { response: response as unknown as ServerResponse, gone: leaving.signal }
  const writing = write(sending, 'words').then(() => (isWritten = true))
  return { response, leaving, writing, isWritten: () => isWritten }
}

it('waits for a client that reads slowly', async () => {
  const { response, writing, isWritten } = slowClient()
  await new Promise(setImmediate)
  expect(isWritten()).toBe(false)
  response.emit('drain')
  expect(await writing).toBe(true)
})

it('does not wait for one that hangs up meanwhile', async () => {
  const { leaving, writing } = slowClient()
  leaving.abort()
  expect(await writing).toBe(true)
})
