import { type Certificate, type Session, session } from 'electron'

import { createCaJudge } from '../transport/extra-ca'

export interface NetworkOptions {
  /** PEM of a certificate authority to trust beside the system's. */
  readonly extraCa?: string
}

/**
 * The app's way to the providers: Chromium's network stack, so that the system's proxy and certificate
 * authorities hold, in a session of its own without cookies, cache or credentials.
 */
export function createNetwork({ extraCa }: NetworkOptions): typeof globalThis.fetch {
  const network = session.fromPartition('network', { cache: false })
  if (extraCa !== undefined) trustAlso(network, extraCa)
  return (input, init) =>
    network.fetch(input as string, { ...init, credentials: 'omit' }) as unknown as Promise<Response>
}

function trustAlso(network: Session, pem: string): void {
  const isTrusted = createCaJudge(pem)
  network.setCertificateVerifyProc(({ certificate, hostname, errorCode }, answer) => {
    if (errorCode === 0) return answer(USE_CHROMIUM_VERDICT)
    const chain = { leafPem: certificate.data, intermediatesPem: issuersOf(certificate) }
    answer(isTrusted(chain, hostname, new Date()) ? TRUST : USE_CHROMIUM_VERDICT)
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
