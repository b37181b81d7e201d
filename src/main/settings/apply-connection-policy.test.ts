import { describe, expect, it } from 'vitest'

import type { Provider } from '../models/provider'
import { allowedProviders, applyConnectionPolicy, applyPolicyToKeys } from './apply-connection-policy'

const work = { provider: 'vertex', name: 'Work', project: 'company' }
const own = { provider: 'openai', name: 'Mine' }
const settings = { connections: { mine: own }, vertex: { project: 'mine' }, favouriteModels: ['a/b'] }
const providers = ['demo', 'vertex', 'openai', 'recording'].map((id) => ({ id }) as Provider)
const ids = (allowed: readonly Provider[]) => allowed.map(({ id }) => id)

describe('an administrator’s word about connections', () => {
  it('changes nothing when there is none', () => {
    const none = { readyMade: {}, onlyReadyMade: false }
    expect(applyConnectionPolicy(settings, none)).toEqual(settings)
    expect(allowedProviders(providers, none)).toEqual(providers)
  })

  it('adds ready-made connections, which win over the user’s of the same name', () => {
    const readyMade = { work, mine: work }
    expect(applyConnectionPolicy(settings, { readyMade, onlyReadyMade: false }).connections).toEqual({
      work,
      mine: work,
    })
  })

  it('leaves out what the user has of their own, in whichever form it was written', () => {
    expect(applyConnectionPolicy(settings, { readyMade: { work }, onlyReadyMade: true })).toEqual({
      connections: { work },
      vertex: undefined,
      favouriteModels: ['a/b'],
    })
  })

  it('lets a fixed Vertex AI be changed by no short form', () => {
    const policy = { readyMade: { vertex: work }, onlyReadyMade: false }
    expect(applyConnectionPolicy(settings, policy).vertex).toBeUndefined()
  })

  it.each([
    [['vertex'], ['demo', 'vertex', 'recording']],
    [[], ['demo', 'recording']],
  ])('that allows %j leaves %j', (allowed, left) => {
    const policy = { providers: allowed, readyMade: {}, onlyReadyMade: false }
    expect(ids(allowedProviders(providers, policy))).toEqual(left)
  })

  it.each([
    [false, ['key of work', 'key of openai']],
    [true, ['key of work', undefined]],
  ])('gives keys to the connections that it leaves (only ready-made ones: %s)', (onlyReadyMade, keys) => {
    const saved = { read: (connectionId: string) => `key of ${connectionId}` }
    const { read } = applyPolicyToKeys(saved, { readyMade: { work }, onlyReadyMade })
    expect(['work', 'openai'].map((id) => read(id, 'apiKey'))).toEqual(keys)
  })
})
