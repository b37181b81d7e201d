import type { Session } from 'electron'

import type { ProxyRules } from '../transport/proxy-rules'

/**
 * Sets a session up that has sent nothing yet; settles when its first request goes by the rules. Whatever else is set makes
 * Chromium begin a network for the session. A proxy that is named after that reaches the network by a way of its own,
 * which a request can overtake: it would then go around the proxy (five of 1,800 did, on a busy computer).
 */
export async function beginSession(
  session: Pick<Session, 'setProxy' | 'forceReloadProxyConfig'>,
  rules: ProxyRules | undefined,
  setUp: () => void,
): Promise<void> {
  const named = rules && session.setProxy(rules)
  setUp()
  await named
  // The network has answered once when this is done, so it exists and knows its proxy. To clear what it remembers, as one
  // does for a session in use, would break off the PAC file that is on its way, and leave the session without any.
  await session.forceReloadProxyConfig()
}
