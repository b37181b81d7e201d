import { expect, it } from 'vitest'

import type { ProxyRules } from '../transport/proxy-rules'
import { beginSession } from './begin-session'

const PROXY: ProxyRules = { mode: 'fixed_servers', proxyRules: 'proxy.test:8080' }

/** As Chromium does it: the first thing that needs the network begins it, with the proxy that is named by then. */
function createSession(): {
  readonly needsNetwork: () => void
  readonly begunWith: () => unknown
} & Parameters<typeof beginSession>[0] {
  let named: unknown = 'none'
  let begunWith: unknown
  const needsNetwork = (): void => void (begunWith ??= named)
  return {
    needsNetwork,
    begunWith: () => begunWith,
    setProxy: async (rules) => void (named = rules),
    forceReloadProxyConfig: async () => needsNetwork(),
  }
}

it('begins the network with the proxy, whatever else is set up', async () => {
  const session = createSession()
  await beginSession(session, PROXY, session.needsNetwork)
  expect(session.begunWith()).toBe(PROXY)
})

it('has a network by the time that it settles, also when nothing else needed one', async () => {
  const session = createSession()
  await beginSession(session, PROXY, () => undefined)
  expect(session.begunWith()).toBe(PROXY)
})

it('leaves the proxy that Chromium begins with where none is named', async () => {
  const session = createSession()
  await beginSession(session, undefined, () => undefined)
  expect(session.begunWith()).toBe('none')
})
