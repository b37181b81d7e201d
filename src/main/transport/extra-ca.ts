import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'

export interface PresentedChain {
  readonly leafPem: string
  /** As the server sent them, in any order. */
  readonly intermediatesPem: readonly string[]
}

/** Whether a server's certificates lead to one of the authorities that the user named. */
export type CaJudge = (chain: PresentedChain, hostname: string, now: Date) => boolean

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** No honest chain is longer. Every certificate is compared with every other, and a signature is slow to verify. */
const LONGEST_CHAIN = 8

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1'

/** Reads the authorities out of a PEM file, which may hold several. Throws when it holds none. */
export function createCaJudge(pem: string): CaJudge {
  const anchors = (pem.match(CERTIFICATE) ?? []).map((block) => new X509Certificate(block))
  if (anchors.length === 0) throw new Error('The file holds no certificate.')

  return ({ leafPem, intermediatesPem }, hostname, now) => {
    const leaf = toCertificate(leafPem)
    if (!leaf || !isValidAt(leaf, now) || !isForServers(leaf) || !isFor(leaf, hostname)) return false
    const intermediates = intermediatesPem.slice(0, LONGEST_CHAIN).flatMap((one) => toCertificate(one) ?? [])
    return leadsToAnchor(leaf, { anchors, intermediates, now })
  }
}

interface Path {
  readonly anchors: readonly X509Certificate[]
  readonly intermediates: readonly X509Certificate[]
  readonly now: Date
}

function leadsToAnchor(leaf: X509Certificate, { anchors, intermediates, now }: Path): boolean {
  const reached = [leaf]
  const unreached = new Set(intermediates)
  // Grows while it is walked. Each certificate is reached once: many of one name and key make no more paths to try.
  for (const certificate of reached) {
    const isIssuer = (issuer: X509Certificate) => issued(issuer, certificate) && isValidAt(issuer, now)
    if (anchors.some(isIssuer)) return true
    for (const issuer of [...unreached].filter(isIssuer)) {
      unreached.delete(issuer)
      reached.push(issuer)
    }
  }
  return false
}

/** Names match, the issuer may issue, and its key made the signature. */
function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function isValidAt({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return Date.parse(validFrom) <= now.getTime() && now.getTime() <= Date.parse(validTo)
}

/** Node gives the extended usages alone, and none at all (against its types) when a certificate does not limit them. */
function isForServers({ keyUsage }: { readonly keyUsage?: readonly string[] }): boolean {
  return keyUsage === undefined || keyUsage.includes(SERVER_AUTHENTICATION)
}

function isFor(leaf: X509Certificate, hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  // A name in the subject alone proves nothing since 2017; browsers ignore it, so do we.
  if (isIP(bare)) return leaf.checkIP(bare) !== undefined
  return leaf.checkHost(bare, { subject: 'never' }) !== undefined
}

function toCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}
