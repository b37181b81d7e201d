import { generate } from 'selfsigned'

export interface ServerCertificate {
  /** PEM of the authority that a client has to trust. */
  readonly ca: string
  readonly cert: string
  readonly key: string
}

/** The providers, as they are called, and names that are nowhere but behind a test's proxy. */
const HOSTS = [
  'localhost',
  '*.googleapis.com',
  '*.eu.rep.googleapis.com',
  '*.us.rep.googleapis.com',
  'api.openai.com',
  'emulated.openai.azure.com',
  'api.anthropic.com',
  'behind-the-proxy.test',
  'llm.test',
  'ollama.test',
]

/** A certificate authority of this run, and the emulator's certificate signed by it. Nothing outlives a day. */
export async function createServerCertificate(): Promise<ServerCertificate> {
  const notBeforeDate = new Date(Date.now() - 60 * 60 * 1000)
  const notAfterDate = new Date(Date.now() + 24 * 60 * 60 * 1000)
  const common = { keyType: 'ec', algorithm: 'sha256', notBeforeDate, notAfterDate } as const
  const authority = await generate([{ name: 'commonName', value: 'Nagare emulator CA' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const server = await generate([{ name: 'commonName', value: 'Nagare emulator' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...HOSTS.map((value) => ({ type: 2, value }) as const), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  })
  return { ca: authority.cert, cert: server.cert, key: server.private }
}
