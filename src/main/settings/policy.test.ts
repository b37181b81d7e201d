import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DEFAULT_PREFERENCES } from '#shared/preferences'

import { policyFile, type PolicyPlace, readPolicy } from './policy'
import { createPreferences } from './preferences'
import { openSettings } from './settings-store'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nagare-policy-'))
  file = join(folder, 'policy.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

function under(policy: unknown) {
  writeFileSync(file, typeof policy === 'string' ? policy : JSON.stringify(policy))
  const settings = openSettings(join(folder, 'settings.json'), () => new Date())
  const read = readPolicy(file)
  return { settings, policy: read, preferences: createPreferences(settings, read) }
}

describe('a policy', () => {
  it('that is not there fixes nothing', () => {
    const policy = readPolicy(file)
    expect([policy.file, policy.problem, policy.isFixed('theme')]).toEqual([undefined, undefined, false])
  })

  it('wins over what the user had chosen, and over what the page asks for', () => {
    const { settings, preferences } = under({ settings: { proxyMode: 'none' }, hidden: ['language'] })
    settings.change({ proxyMode: 'manual' })
    expect(preferences.change({ proxyMode: 'system', theme: 'dark' })).toEqual(['proxyMode'])
    expect(preferences.state()).toEqual({
      values: { ...DEFAULT_PREFERENCES, proxyMode: 'none' },
      fixed: ['proxyMode'],
      hidden: ['language'],
      connections: { locked: [], canAdd: true },
    })
  })

  it('whose value makes no sense fixes the default, and says so', () => {
    const { policy, preferences } = under({ settings: { proxyMode: 'maybe', colour: 1 }, hidden: ['shape'] })
    expect(policy.problem).toEqual({ kind: 'ignored', names: ['proxyMode', 'colour', 'shape'] })
    expect([preferences.change({ proxyMode: 'none' }), preferences.read().proxyMode]).toEqual([
      ['proxyMode'],
      'system',
    ])
  })

  it('cannot answer the first question for a person', () => {
    const { policy, preferences } = under({ settings: { isWelcomed: true }, hidden: ['isWelcomed'] })
    expect(policy.problem).toEqual({ kind: 'ignored', names: ['isWelcomed', 'isWelcomed'] })
    expect([preferences.read().isWelcomed, preferences.state().hidden]).toEqual([false, []])
  })

  it.each(['{', '[]', '{"settings":[]}', '{"unheardOf":true}', '{"connections":{"providers":"vertex"}}'])(
    'that cannot be understood (%s) locks the network, keys and every provider, and leaves the theme alone',
    (text) => {
      const { settings, policy, preferences } = under(text)
      settings.change({ proxyMode: 'none', theme: 'dark' })
      expect([policy.problem, policy.connections]).toEqual([
        { kind: 'broken' },
        { providers: [], readyMade: {}, onlyReadyMade: true },
      ])
      expect(preferences.change({ proxyMode: 'none' })).toEqual(['proxyMode'])
      expect(preferences.change({ storesKeysUnprotected: true })).toEqual(['storesKeysUnprotected'])
      expect(preferences.change({ localApi: true })).toEqual(['localApi'])
      expect(preferences.read()).toMatchObject({ proxyMode: 'system', theme: 'dark' })
    },
  )

  it('brings ready-made connections and names the providers that may be used', () => {
    const work = { provider: 'vertex', name: 'Work', project: 'p', location: 'eu' }
    const { policy } = under({ connections: { providers: ['vertex'], readyMade: { work } } })
    expect(policy.connections).toEqual({ providers: ['vertex'], readyMade: { work }, onlyReadyMade: false })
  })

  it('names what its connections say and nobody understands, and keeps the rest', () => {
    const work = { provider: 'vertex', name: 'Work', project: 'p', defaultModel: 'm' }
    const connections = {
      providers: ['vertex', 'vertexai', 'demo'],
      readyMade: {
        work,
        typo: { provider: 'vertex', colour: 'p', apiKey: 'k' },
        gone: { provider: 'bard' },
        'Our Vertex': work,
      },
    }
    writeFileSync(file, JSON.stringify({ connections }))
    const knows = (provider: string, field = 'project') =>
      ['vertex', 'demo'].includes(provider) && field === 'project'
    const policy = readPolicy(file, knows)
    expect(policy.problem).toEqual({
      kind: 'ignored',
      names: [
        'connections.providers.vertexai',
        ...['typo.colour', 'typo.apiKey', 'gone.provider', 'Our Vertex'].map(
          (name) => `connections.readyMade.${name}`,
        ),
      ],
    })
    expect(policy.connections.readyMade['work']).toEqual(work)
    // No request may name it.
    expect(Object.keys(policy.connections.readyMade)).toEqual(['work', 'typo', 'gone'])
  })

  it.each([
    ['linux', '/etc/nagare/policy.json'],
    ['darwin', '/Library/Application Support/Nagare/policy.json'],
  ] as const)('lies where only an administrator of %s may write', (platform, expected) => {
    expect(policyFile(placeOn(platform))).toBe(expected)
  })

  it('is led elsewhere by the environment in a build from source, and never in a package', () => {
    const env = { NAGARE_POLICY: '/home/me/none.json' }
    expect(policyFile(placeOn('linux', { env, isPackaged: false }))).toBe('/home/me/none.json')
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(policyFile(placeOn(platform, { env }))).toBe(policyFile(placeOn(platform)))
    }
  })

  it('is not lost on Windows to whoever says that its folder is another', () => {
    const env = { ProgramData: 'D:\\mine' }
    const usual = 'C:\\ProgramData\\Nagare\\policy.json'
    expect(policyFile(placeOn('win32'))).toBe(usual)
    expect(policyFile(placeOn('win32', { env, exists: (file) => file === usual }))).toBe(usual)
    expect(policyFile(placeOn('win32', { env }))).toBe('D:\\mine\\Nagare\\policy.json')
  })
})

/** A package that finds no file. */
function placeOn(platform: NodeJS.Platform, rest: Partial<PolicyPlace> = {}): PolicyPlace {
  return { platform, env: {}, isPackaged: true, exists: () => false, ...rest }
}

describe('preferences', () => {
  it('tell everybody who follows them, until they no longer do', () => {
    const { preferences } = under({})
    const told: unknown[] = []
    const leave = preferences.follow(({ values }) => told.push(values.theme))
    preferences.change({ theme: 'dark' })
    preferences.change({ theme: undefined })
    leave()
    preferences.change({ theme: 'light' })
    expect(told).toEqual(['dark', 'system'])
  })
})
