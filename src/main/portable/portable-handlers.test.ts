import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

import { createConversationStore } from '../conversations/conversation-store'
import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'
import { turn } from '../conversations/testing/turn'
import { portableHandlers, type PortableSystem } from './portable-handlers'

const caller = { tell: () => {}, gone: new AbortController().signal }
const nobody = () => {
  throw new Error('nobody is asked')
}

function setUp(system: Partial<PortableSystem>) {
  const file = temporaryFile()
  createConversationStore(openTemporary(file), Date.now).addTurn(turn({ text: 'hush' }))
  // As the system's own: everybody may look into it.
  const temporary = join(dirname(file), 'tmp')
  mkdirSync(temporary, { mode: 0o755 })
  return portableHandlers({
    ...{ file, backups: `${file}-backups`, temporary, appVersion: '1.2.3' },
    ...{ language: () => 'en', you: () => 'You', modelName: (id) => id, now: () => new Date() },
    painter: {
      render: async ({ messages }) => ({ html: messages.map(({ message }) => message.text).join(), css: '' }),
      toPdf: nobody,
      close: () => undefined,
    },
    system: system as PortableSystem,
    ...{ runJob: nobody, openedFile: nobody, alone: nobody, onImported: nobody, onFailure: nobody },
  })
}

it('prints from a page that nobody else on this computer may read, and leaves nothing of it', async () => {
  let printed = ''
  const { printConversation } = setUp({
    print: async (page) => {
      printed = page
      expect(readFileSync(page, 'utf8')).toContain('hush')
      if (process.platform !== 'win32') expect(statSync(dirname(page)).mode & 0o077).toBe(0)
      return true
    },
  })
  expect(await printConversation({ conversationId: 'c' }, caller)).toEqual({ outcome: 'done' })
  expect([printed === '', existsSync(printed), existsSync(dirname(printed))]).toEqual([false, false, false])
})
