import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createModelOpener } from '../models/open-model'
import { openSettings } from '../settings/settings-store'
import { parameterHandlers } from './parameter-handlers'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nagare-defaults-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const NOBODY = { tell: () => {}, gone: new AbortController().signal }

it('keeps the defaults of a connection in the settings file, and takes single ones back', async () => {
  const file = join(folder, 'settings.json')
  const settings = openSettings(file, () => new Date())
  const models = createModelOpener({ settings: settings.read, env: { OPENAI_API_KEY: 'k' }, fetch })
  const handlers = parameterHandlers({
    models,
    settings,
    fetch,
    store: {} as never,
    conversations: {} as never,
  })
  const connectionId = 'openai'
  await handlers.keepDefaultParameters({ connectionId, parameters: { temperature: 0, seed: 3 } }, NOBODY)
  await handlers.keepDefaultParameters({ connectionId, parameters: { seed: 4 } }, NOBODY)
  const { own } = await handlers.readDefaultParameters({ connectionId }, NOBODY)
  expect(Object.entries(own).filter(([, value]) => value !== undefined)).toEqual([['seed', 4]])
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { connections: { openai: { parameters: object } } }
  expect(kept.connections.openai.parameters).toEqual({ seed: 4 })
})
