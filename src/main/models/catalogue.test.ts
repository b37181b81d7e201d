import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { en } from '../../renderer/src/i18n/en'
import { ja } from '../../renderer/src/i18n/ja'
import { PROVIDERS } from './catalogue'
import { connectionContext } from './testing/connection-context'

const FOLDER = new URL('.', import.meta.url)

describe.each(PROVIDERS)('$title', (provider) => {
  const variables = provider.fields.flatMap((field) => field.variables ?? [])

  it('draws its form from words that the window has in both languages', () => {
    const names = provider.fields.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !en.connections.fields[name] || !ja.connections.fields[name])).toEqual([])
  })

  it('reads from the environment what it declares, and keys into secret fields alone', () => {
    const env = Object.fromEntries(variables.map((name) => [name, `value of ${name}`]))
    const { read } = connectionContext({ provider, env })
    for (const { name, variables: [first] = [] } of provider.fields) {
      expect(read(name)).toBe(first && `value of ${first}`)
    }
    const open = provider.fields.filter(({ kind }) => kind !== 'secret' && kind !== 'headers')
    expect(open.flatMap((field) => field.variables ?? []).filter((name) => /KEY|TOKEN/.test(name))).toEqual(
      [],
    )
  })

  it('takes no letter of an id that would end it, and has a first model or a list to ask for', () => {
    expect(provider.id).toMatch(/^[a-z0-9-]+$/)
    const hasModels = provider.models(connectionContext({ provider })).length > 0
    const namesModels = provider.fields.some(({ name }) => name === 'deployment')
    expect(hasModels || provider.listModels !== undefined || namesModels).toBe(true)
  })
})

it('holds every provider that has a file, each in one line, and no id twice', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-provider.ts') && !file.startsWith('recording'))
    .map((file) => `./${file.replaceAll('\\', '/').replace(/\.ts$/, '')}`)
  const imported = readFileSync(new URL('catalogue.ts', FOLDER), 'utf8').matchAll(/from '(.*-provider)'/g)
  expect([...imported].map(([, file]) => file).toSorted()).toEqual(files.toSorted())
  const ids = PROVIDERS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('loads no library of a provider before its first model is opened', () => {
  const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('-provider.ts'),
  )
  const early = sources.filter((file) =>
    /^import .*'(@langchain\/(?!core)|google-auth-library|\.\/create-)/m.test(
      readFileSync(new URL(file.replaceAll('\\', '/'), FOLDER), 'utf8'),
    ),
  )
  expect(early).toEqual([])
})
