import type { Preferences } from '#shared/preferences'

import { readEmulator, routeToEmulator } from '../app/emulator'
import { createNetwork, type Network, type NetworkWay } from '../app/network'
import type { KeyStore } from '../settings/key-store'
import type { PreferenceStore } from '../settings/preferences'
import { createGuardedFetch } from '../transport/guarded-fetch'
import { toProxyRules } from '../transport/proxy-rules'
import { readAuthorities } from '../transport/read-authorities'

/** Whose secret the password of the proxy is; no connection can have this name. */
export const PROXY_OWNER = '.proxy'

export interface NetworkParts {
  readonly preferences: Pick<PreferenceStore, 'read' | 'follow'>
  readonly keys: Pick<KeyStore, 'load' | 'read'>
  readonly isPackaged: boolean
}

export interface ProviderNetwork {
  /** The one way to every provider. Changed settings hold from the next request on. */
  readonly fetch: typeof globalThis.fetch
  /** The same for what is no provider's. */
  readonly way: NetworkWay
  readonly join: Network['join']
  /** Forgets the password that the proxy accepted before. */
  readonly renewLogin: () => void
}

export function createProviderNetwork({ preferences, keys, isPackaged }: NetworkParts): ProviderNetwork {
  const emulator = readEmulator(process.env, isPackaged)
  const network = createNetwork({
    login: () => {
      const { proxyUser: user } = preferences.read()
      return user === '' ? undefined : { user, password: keys.read(PROXY_OWNER, 'password') ?? '' }
    },
  })
  const applyProxy = (now: Preferences): void => network.setProxy(toProxyRules(now))
  const applyAuthorities = ({ caFile }: Preferences): void => {
    const chosen = caFile === '' ? undefined : readAuthorities(caFile)
    const authorities = [emulator?.ca, chosen && 'pem' in chosen ? chosen.pem : undefined]
    network.trust(authorities.filter((pem) => pem !== undefined))
  }

  let applied = preferences.read()
  // The system's is what Chromium begins with, and a switch of the command line may have named another.
  if (applied.proxyMode !== 'system') applyProxy(applied)
  applyAuthorities(applied)
  preferences.follow(({ values }) => {
    if (PROXY_NAMES.some((name) => values[name] !== applied[name])) applyProxy(values)
    if (values.caFile !== applied.caFile) applyAuthorities(values)
    applied = values
  })

  const stallMs = (): number => preferences.read().stallSeconds * 1000
  const fetch: typeof globalThis.fetch = async (input, init) => {
    await keys.load()
    return network.fetch(input, init)
  }
  return {
    fetch: createGuardedFetch({
      fetch: emulator === undefined ? fetch : routeToEmulator(fetch, emulator.origin),
      limits: {
        get headersMs() {
          return stallMs()
        },
        get idleMs() {
          return stallMs()
        },
      },
    }),
    way: {
      session: async () => {
        await keys.load()
        return network.session()
      },
      login: network.login,
    },
    join: (session) => {
      const { login, ready } = network.join(session)
      return {
        login,
        ready: async () => {
          await keys.load()
          await ready()
        },
      }
    },
    renewLogin: () => applyProxy(preferences.read()),
  }
}

const PROXY_NAMES = ['proxyMode', 'proxyAddress', 'proxyBypass', 'proxyUser', 'pacAddress'] as const
