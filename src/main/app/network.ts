import { type AuthInfo, type Certificate, type Session, session } from 'electron'

import { type CaJudge, createCaJudge } from '../transport/extra-ca'
import type { ProxyRules } from '../transport/proxy-rules'
import { beginSession } from './begin-session'
import { createNetworkFetch, type ProxyLogin, shareLogin } from './network-fetch'

export interface NetworkOptions {
  readonly login: ProxyLogin
}

/** Lets another session of Chromium's go the way that this network goes. */
export type SessionJoiner = (session: Session) => {
  /** Settles when the settings of the moment hold; to be awaited before each piece of work. */
  readonly ready: () => Promise<void>
  /** Answers a proxy that asks who this is. */
  readonly login: (info: AuthInfo, answer: (user?: string, password?: string) => void) => void
}

/** What a request needs that is made a floor below `fetch`, to go the same way. */
export interface NetworkWay {
  /** The session of the moment, once the settings that were made before hold; another follows when other authorities are trusted. */
  readonly session: () => Promise<Session>
  readonly login: ProxyLogin
}

export interface Network extends NetworkWay {
  /** Waits for the settings that were made before it. */
  readonly fetch: typeof globalThis.fetch
  readonly join: SessionJoiner
  /** Holds for every request from then on; open connections to the proxy before are closed. */
  setProxy(rules: ProxyRules): void
  /**
   * PEM texts of certificate authorities to trust beside the system's, from the next request on. A joined session may go
   * by what it found before. Throws when one holds no certificate.
   */
  trust(authorities: readonly string[]): void
}

/**
 * The app's way to the providers: Chromium's network stack, so that the system's proxy and certificate
 * authorities hold, in a session of its own without cookies, cache or credentials.
 */
export function createNetwork({ login }: NetworkOptions): Network {
  let judges: readonly CaJudge[] = []
  let settled: Promise<void> = Promise.resolve()
  const sessions = new Set<Session>()
  let proxy: ProxyRules | undefined
  let current: Session | undefined
  let opened = 0

  function take(one: Session): Session {
    sessions.add(one)
    const begun = beginSession(one, proxy, () => verifyWith(one, () => judges))
    settled = settled.then(() => begun)
    return one
  }

  async function open(): Promise<Session> {
    const one = (current ??= take(session.fromPartition(`network-${++opened}`, { cache: false })))
    await settled
    return one
  }

  function settle(work: (one: Session) => Promise<void>): void {
    const now = [...sessions]
    settled = settled.then(async () => void (await Promise.all(now.map(work))))
  }

  return {
    fetch: async (input, init) => createNetworkFetch(await open(), login)(input, init),
    session: open,
    login,
    join: (one) => {
      take(one)
      const shared = shareLogin(login)
      return {
        login: shared.answer,
        ready: () => {
          shared.renew()
          return settled
        },
      }
    },
    setProxy: (rules) => {
      proxy = rules
      settle((one) => useProxy(one, rules))
    },
    trust: (authorities) => {
      judges = authorities.map(createCaJudge)
      settle(closeConnections)
      // Chromium remembers for half an hour what it found about a certificate, and cannot be told to forget it.
      if (current !== undefined) sessions.delete(current)
      current = undefined
    },
  }
}

async function useProxy(one: Session, rules: ProxyRules): Promise<void> {
  await one.setProxy(rules)
  // A password that the proxy accepted before is forgotten with it.
  await one.clearAuthCache()
  await closeConnections(one)
}

/** A PAC file that is on its way is lost with the connections, so it is asked for once more. */
async function closeConnections(one: Session): Promise<void> {
  await one.closeAllConnections()
  await one.forceReloadProxyConfig()
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
