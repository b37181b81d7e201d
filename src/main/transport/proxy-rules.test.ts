import { expect, it } from 'vitest'

import { DEFAULT_PREFERENCES } from '#shared/preferences'

import { toProxyRules } from './proxy-rules'

const NOWHERE = '127.0.0.1:9'

it.each([
  [{ proxyMode: 'system' }, { mode: 'system' }],
  [{ proxyMode: 'none', proxyAddress: 'proxy:8080' }, { mode: 'direct' }],
  [
    { proxyMode: 'manual', proxyAddress: 'proxy:8080', proxyBypass: '*.local' },
    { mode: 'fixed_servers', proxyRules: 'proxy:8080', proxyBypassRules: '*.local' },
  ],
  [
    { proxyMode: 'pac', pacAddress: 'http://x/p.pac' },
    { mode: 'pac_script', pacScript: 'http://x/p.pac' },
  ],
  [{ proxyMode: 'manual' }, { mode: 'fixed_servers', proxyRules: NOWHERE, proxyBypassRules: '' }],
  [{ proxyMode: 'pac' }, { mode: 'fixed_servers', proxyRules: NOWHERE }],
] as const)('never goes around a proxy that is wanted: %j', (chosen, rules) => {
  expect(toProxyRules({ ...DEFAULT_PREFERENCES, ...chosen })).toEqual(rules)
})
