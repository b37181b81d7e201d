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

it.each(['proxy:99999', 'proxy:0', '1.2.3.4.5:80', '[::::]:80', 'socks5://999.1.1.1:1080', 'a b:80'])(
  'leads nowhere with the address %s, which Chromium cannot read',
  (proxyAddress) => {
    const { proxyRules } = toProxyRules({ ...DEFAULT_PREFERENCES, proxyMode: 'manual', proxyAddress })
    expect(proxyRules).toBe(NOWHERE)
  },
)

it.each([
  'proxy:80',
  'https://proxy.example.com:443',
  'socks5://[::1]:1080',
  '10.0.0.1:3128',
  'my_proxy:8080',
])('leads to %s', (proxyAddress) => {
  const { proxyRules } = toProxyRules({ ...DEFAULT_PREFERENCES, proxyMode: 'manual', proxyAddress })
  expect(proxyRules).toBe(proxyAddress)
})
