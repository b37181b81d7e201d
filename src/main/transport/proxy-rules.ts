import { assertNever } from '#shared/assert-never'
import type { Preferences } from '#shared/preferences'

export interface ProxyRules {
  readonly mode: 'system' | 'direct' | 'fixed_servers' | 'pac_script'
  readonly proxyRules?: string
  readonly proxyBypassRules?: string
  readonly pacScript?: string
}

type ProxyPreferences = Pick<Preferences, 'proxyMode' | 'proxyAddress' | 'proxyBypass' | 'pacAddress'>

/** Where no proxy can be: a connection there fails at once. */
const NOWHERE = '127.0.0.1:9'

/**
 * The proxy as Chromium takes it. What is not filled in yet leads nowhere rather than around the proxy: a company
 * that wants one does not want a request to go out without it.
 */
export function toProxyRules({
  proxyMode,
  proxyAddress,
  proxyBypass,
  pacAddress,
}: ProxyPreferences): ProxyRules {
  switch (proxyMode) {
    case 'system':
      return { mode: 'system' }
    case 'none':
      return { mode: 'direct' }
    case 'manual':
      return { mode: 'fixed_servers', proxyRules: proxyAddress || NOWHERE, proxyBypassRules: proxyBypass }
    case 'pac':
      return pacAddress === ''
        ? { mode: 'fixed_servers', proxyRules: NOWHERE }
        : { mode: 'pac_script', pacScript: pacAddress }
    default:
      return assertNever(proxyMode)
  }
}
