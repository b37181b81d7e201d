import { X509Certificate } from 'node:crypto'

import { generate, type GenerateResult } from 'selfsigned'
import { beforeAll, expect, it, vi } from 'vitest'

import { createCaJudge, type PresentedChain } from './extra-ca'

const DAY_MS = 24 * 60 * 60 * 1000
const NOW = new Date()
const HOST = 'model.company.example'

interface Certificate {
  readonly name: string
  readonly issuer?: GenerateResult
  readonly isCa?: boolean
  readonly hosts?: readonly string[]
  /** Left out, the certificate may be used for everything. */
  readonly usage?: 'serverAuth' | 'clientAuth'
  /** Whose key it shares; a key of its own when left out. */
  readonly keyOf?: GenerateResult
  /** Until tomorrow, unless it is over. */
  readonly isOver?: boolean
}

function issue({
  name,
  issuer,
  isCa = false,
  hosts = [],
  usage,
  keyOf,
  isOver = false,
}: Certificate): Promise<GenerateResult> {
  return generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(NOW.getTime() - DAY_MS),
    notAfterDate: new Date(NOW.getTime() + (isOver ? -DAY_MS / 2 : DAY_MS)),
    ...(issuer === undefined ? {} : { ca: { key: issuer.private, cert: issuer.cert } }),
    ...(keyOf === undefined ? {} : { keyPair: { privateKey: keyOf.private, publicKey: keyOf.public } }),
    extensions: [
      { name: 'basicConstraints', cA: isCa, critical: true },
      ...(usage === undefined ? [] : [{ name: 'extKeyUsage' as const, [usage]: true }]),
      ...(hosts.length === 0
        ? []
        : [
            {
              name: 'subjectAltName' as const,
              altNames: hosts.map((value) => ({ type: 2 as const, value })),
            },
          ]),
    ],
  })
}

let root: GenerateResult
let otherRoot: GenerateResult
let intermediate: GenerateResult
let leaf: GenerateResult
let leafOfIntermediate: GenerateResult

beforeAll(async () => {
  root = await issue({ name: 'Company root', isCa: true })
  otherRoot = await issue({ name: 'Company root', isCa: true })
  intermediate = await issue({ name: 'Company intermediate', isCa: true, issuer: root })
  leaf = await issue({ name: 'leaf', issuer: root, hosts: [HOST] })
  leafOfIntermediate = await issue({ name: 'leaf', issuer: intermediate, hosts: [HOST, '*.wild.example'] })
})

function chain(leafOf: GenerateResult, ...intermediates: readonly GenerateResult[]): PresentedChain {
  return { leafPem: leafOf.cert, intermediatesPem: intermediates.map(({ cert }) => cert) }
}

it('trusts a certificate that the named authority issued, directly or through others, in any order', () => {
  const judge = createCaJudge(root.cert)
  const verdicts = [
    judge(chain(leaf), HOST, NOW),
    judge(chain(leafOfIntermediate, intermediate), HOST, NOW),
    judge(chain(leafOfIntermediate, root, otherRoot, intermediate), HOST, NOW),
  ]
  expect(verdicts).toEqual([true, true, true])
})

it('trusts each of several authorities in one file', () => {
  const judge = createCaJudge(`# ours\n${otherRoot.cert}\n${root.cert}`)
  expect(judge(chain(leaf), HOST, NOW)).toBe(true)
})

it('refuses another authority of the same name: its key did not sign', () => {
  expect(createCaJudge(otherRoot.cert)(chain(leaf), HOST, NOW)).toBe(false)
})

it('refuses a chain with a missing link', () => {
  expect(createCaJudge(root.cert)(chain(leafOfIntermediate), HOST, NOW)).toBe(false)
})

it('refuses another host, and a subject that merely carries the name', async () => {
  const judge = createCaJudge(root.cert)
  const named = await issue({ name: HOST, issuer: root })
  const verdicts = [
    judge(chain(leaf), 'other.example', NOW),
    judge(chain(leaf), '10.0.0.1', NOW),
    judge(chain(named), HOST, NOW),
  ]
  expect(verdicts).toEqual([false, false, false])
})

it('knows wildcards, one level deep', () => {
  const judge = createCaJudge(root.cert)
  const presented = chain(leafOfIntermediate, intermediate)
  const verdicts = ['a.wild.example', 'a.b.wild.example'].map((host) => judge(presented, host, NOW))
  expect(verdicts).toEqual([true, false])
})

it('refuses what is not valid yet or no longer', () => {
  const judge = createCaJudge(root.cert)
  const verdicts = [-2, 0, 2].map((days) => judge(chain(leaf), HOST, new Date(NOW.getTime() + days * DAY_MS)))
  expect(verdicts).toEqual([false, true, false])
})

it('refuses a good certificate that an authority issued whose own time is over', async () => {
  const oldRoot = await issue({ name: 'Old root', isCa: true, isOver: true })
  const oldBetween = await issue({ name: 'Old intermediate', isCa: true, isOver: true, issuer: root })
  const [ofRoot, ofBetween] = await Promise.all(
    [oldRoot, oldBetween].map((issuer) => issue({ name: 'leaf', issuer, hosts: [HOST] })),
  )
  const verdicts = [
    createCaJudge(oldRoot.cert)(chain(ofRoot!), HOST, NOW),
    createCaJudge(root.cert)(chain(ofBetween!, oldBetween), HOST, NOW),
  ]
  expect(verdicts).toEqual([false, false])
})

it('looks at eight certificates beside the server’s own, and at no more', () => {
  const judge = createCaJudge(root.cert)
  const among = (others: number) =>
    judge(chain(leafOfIntermediate, ...Array<GenerateResult>(others).fill(leaf), intermediate), HOST, NOW)
  expect([among(7), among(8)]).toEqual([true, false])
})

it('refuses a certificate that a server issued to another with its own, which is no authority', async () => {
  const forged = await issue({ name: 'forged', issuer: leaf, hosts: [HOST] })
  expect(createCaJudge(root.cert)(chain(forged, leaf), HOST, NOW)).toBe(false)
})

it('refuses a certificate that was issued for something else than servers', async () => {
  const judge = createCaJudge(root.cert)
  const server = await issue({ name: 'leaf', issuer: root, hosts: [HOST], usage: 'serverAuth' })
  const client = await issue({ name: 'leaf', issuer: root, hosts: [HOST], usage: 'clientAuth' })
  const verdicts = [server, client].map((one) => judge(chain(one), HOST, NOW))
  expect(verdicts).toEqual([true, false])
})

it('compares each certificate with each other once, however many paths lead through them', async () => {
  const first = await issue({ name: 'Look-alike', isCa: true })
  const lookAlikes = await Promise.all(
    Array.from({ length: 8 }, () => issue({ name: 'Look-alike', isCa: true, keyOf: first })),
  )
  const forged = await issue({ name: 'forged', issuer: first, hosts: [HOST] })
  const verify = vi.spyOn(X509Certificate.prototype, 'verify')
  expect(createCaJudge(root.cert)(chain(forged, ...lookAlikes), HOST, NOW)).toBe(false)
  expect(verify.mock.calls.length).toBeLessThanOrEqual(9 * 8)
  verify.mockRestore()
})

it('refuses what is no certificate, and a self-signed one that nobody named', async () => {
  const judge = createCaJudge(root.cert)
  const selfSigned = await issue({ name: 'self', isCa: true, hosts: [HOST] })
  const verdicts = [
    judge({ leafPem: 'nonsense', intermediatesPem: [] }, HOST, NOW),
    judge({ leafPem: leafOfIntermediate.cert, intermediatesPem: ['nonsense'] }, HOST, NOW),
    judge(chain(selfSigned, selfSigned), HOST, NOW),
  ]
  expect(verdicts).toEqual([false, false, false])
})

it('says so when the file holds no certificate', () => {
  expect(() => createCaJudge('hello')).toThrow('no certificate')
})
