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

/** Of rules that it cannot read Chromium keeps none, and fails by an error of its own at every request. */
function isAddress(text: string): boolean {
  const address = `http://${text.replace(/^\w+:\/\//, '')}`
  return URL.canParse(address) && !/:0*$/.test(address)
}

/**
 * The proxy as Chromium takes it. What is not filled in yet, or cannot be read, leads nowhere rather than around the proxy: a company
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
      return {
        mode: 'fixed_servers',
        proxyRules: isAddress(proxyAddress) ? proxyAddress : NOWHERE,
        proxyBypassRules: proxyBypass,
      }
    case 'pac':
      return pacAddress === ''
        ? { mode: 'fixed_servers', proxyRules: NOWHERE }
        : { mode: 'pac_script', pacScript: pacAddress }
    default:
      return assertNever(proxyMode)
  }
}
