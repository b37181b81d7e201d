import { type Certificate, type Session, session } from 'electron'

import { type CaJudge, createCaJudge } from '../transport/extra-ca'
import type { ProxyRules } from '../transport/proxy-rules'
import { createNetworkFetch, type ProxyLogin } from './network-fetch'

export interface NetworkOptions {
  readonly login: ProxyLogin
}

export interface Network {
  /** Waits for the settings that were made before it. */
  readonly fetch: typeof globalThis.fetch
  /** Holds for every request from then on; open connections to the proxy before are closed. */
  setProxy(rules: ProxyRules): void
  /** PEM texts of certificate authorities to trust beside the system's. Throws when one holds no certificate. */
  trust(authorities: readonly string[]): void
}

/**
 * The app's way to the providers: Chromium's network stack, so that the system's proxy and certificate
 * authorities hold, in a session of its own without cookies, cache or credentials.
 */
export function createNetwork({ login }: NetworkOptions): Network {
  const network = session.fromPartition('network', { cache: false })
  const fetch = createNetworkFetch(network, login)
  let judges: readonly CaJudge[] = []
  let settled: Promise<void> = Promise.resolve()
  verifyWith(network, () => judges)

  return {
    fetch: async (input, init) => {
      await settled
      return fetch(input, init)
    },
    setProxy: (rules) => {
      settled = settled.then(async () => {
        await network.setProxy(rules)
        // A password that the proxy accepted before is forgotten with it.
        await network.clearAuthCache()
        await network.closeAllConnections()
      })
    },
    trust: (authorities) => {
      judges = authorities.map(createCaJudge)
      // Chromium remembers its verdicts per connection.
      settled = settled.then(() => network.closeAllConnections())
    },
  }
}

function verifyWith(network: Session, judges: () => readonly CaJudge[]): void {
  network.setCertificateVerifyProc(({ certificate, hostname, errorCode }, answer) => {
    if (errorCode === 0) return answer(USE_CHROMIUM_VERDICT)
    const chain = { leafPem: certificate.data, intermediatesPem: issuersOf(certificate) }
    const isTrusted = judges().some((judge) => judge(chain, hostname, new Date()))
    answer(isTrusted ? TRUST : USE_CHROMIUM_VERDICT)
  })
}

function issuersOf({ issuerCert }: Certificate): string[] {
  const issuers: string[] = []
  // A self-signed root may name itself as its issuer.
  for (let issuer = issuerCert; issuer?.data && !issuers.includes(issuer.data); issuer = issuer.issuerCert) {
    issuers.push(issuer.data)
  }
  return issuers
}

const TRUST = 0
const USE_CHROMIUM_VERDICT = -3
