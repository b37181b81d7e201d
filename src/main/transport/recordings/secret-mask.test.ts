import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { rememberSecret } from '../known-secrets'
import { createSecretMask } from './secret-mask'

const PEM = `-----BEGIN PRIVATE KEY-----\\n${'MIIEvQIBADANBg+/'.repeat(4)}\\n-----END PRIVATE KEY-----`

const SECRETS = [
  'AIzaSyD-0123456789abcdefghijklmnopqrs',
  'ya29.a0AfH6SMBx-planted_token.0123',
  '1//0gPlantedRefreshToken-0123456789',
  'sk-proj-plantedPlantedPlanted',
  'sk-ant-api03-plantedPlantedPlanted',
  'gsk_plantedPlantedPlanted',
  'xai-plantedPlantedPlanted',
  'hf_plantedPlantedPlantedPlanted',
  'nvapi-plantedPlantedPlanted',
  'pplx-plantedPlantedPlanted',
  'Bearer 0123456789abcdef',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJl',
]

/** The body of an answer that says the words piece by piece. */
function toBody(pieces: readonly string[]): Buffer {
  const lines = pieces.map(
    (piece) => `data: {"parts":[{"text":"${piece}"}],"model":"m-1","responseId":"Zb4-A"}\r\n\r\n`,
  )
  return Buffer.from(lines.join(''))
}

/** A model cuts between the letters of an escape no more than inside a character. */
function toPieces(text: string, size: number): readonly string[] {
  const letters = text.match(/\\.|./gu) ?? []
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, index) =>
    letters.slice(index * size, (index + 1) * size).join(''),
  )
}

function saidIn(chunks: readonly Buffer[]): string {
  const body = Buffer.concat(chunks).toString()
  return [...body.matchAll(/"text":"(.*?)"\}\]/g)].map(([, piece]) => piece).join('')
}

function cut(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const borders = [0, ...cuts.map((at) => at % bytes.length).sort((a, b) => a - b), bytes.length]
  return borders.slice(1).map((border, index) => bytes.subarray(borders[index], border))
}

function masked(chunks: readonly Buffer[]): readonly Buffer[] {
  const mask = createSecretMask()
  const released = chunks.flatMap((bytes, at) => mask.push({ at, bytes }))
  const all = [...released, ...mask.end()]
  expect(all.map(({ at }) => at)).toEqual(chunks.map((_, at) => at))
  return all.map(({ bytes }) => Buffer.from(bytes))
}

const cuts = fc.array(fc.nat(), { maxLength: 40 })

describe.each(SECRETS)('the secret %s', (secret) => {
  it('is masked wherever the network or the model cuts it, and nothing else is', () => {
    const text = `鍵は\\n${secret}、that is all: \\"key\\" 🔑`
    fc.assert(
      fc.property(cuts, fc.integer({ min: 1, max: 9 }), (at, size) => {
        const bytes = toBody(toPieces(text, size))
        const kept = masked(cut(bytes, at))
        expect(saidIn(kept)).toBe(text.replace(secret, 'x'.repeat(secret.length)))
        expect(kept.map(({ length }) => length)).toEqual(cut(bytes, at).map(({ length }) => length))
      }),
      { numRuns: 60 },
    )
  })

  it('is masked in a body that is no JSON', () => {
    expect(masked([Buffer.from(`<p>${secret}</p>`)]).join('')).not.toContain(secret)
  })
})

it('masks a private key line by line, and leaves the words after it', () => {
  fc.assert(
    fc.property(cuts, fc.integer({ min: 1, max: 200 }), (at, size) => {
      const said = saidIn(masked(cut(toBody(toPieces(`See:\\n${PEM}\\nThat was it.`, size)), at)))
      expect(said).toMatch(/^See:\\nx{80,}.*PRIVATE KEY-----\\nThat was it\.$/)
      expect(said).not.toContain('MII')
    }),
    { numRuns: 60 },
  )
})

it('masks a secret of this process, whatever it looks like, also where it stands in itself', () => {
  rememberSecret('plain-plain-')
  const said = 'It is plain-plain-plain-plain, plain.'
  expect(saidIn(masked([toBody([said])]))).toBe(`It is ${'x'.repeat(18)}plain, plain.`)
})

it.each([
  'sorted(rules, key=len) and api_key=os.environ["KEY"]',
  'Bearer authentication is for the bearer of a token.',
  'a = b // 1//2; task-list, risk-free, sk-learn, eyJ',
  '野球とは、二つのチームが戦うスポーツです。⚾️',
])('leaves ordinary words alone: %s', (text) => {
  const body = toBody([text])
  expect(Buffer.concat(masked([body])).toString()).toBe(body.toString())
})

it('lets each event go as soon as it is whole', () => {
  const mask = createSecretMask()
  const push = (at: number, text: string) => mask.push({ at, bytes: Buffer.from(text) }).map((one) => one.at)
  expect([push(1, 'data: {"te'), push(2, 'xt":"春"}\n\nda'), push(3, 'ta: {"text":"は"}\n\n')]).toEqual([
    [],
    [1],
    [2, 3],
  ])
})

it('does not wait for ever for a secret to go on', () => {
  const mask = createSecretMask()
  mask.push({ at: 1, bytes: Buffer.from('{"id":"AIza"}\n') })
  const released = mask.push({ at: 2, bytes: Buffer.from(`{"pad":"${'あ'.repeat(100_000)}"}\n`) })
  expect(released.map(({ at }) => at)).toEqual([1, 2])
})

it.each([...SECRETS, PEM])('waits for %s when every letter comes in a wrapping of its own', (secret) => {
  const padding = `: ${' '.repeat(1500)}\n`
  const body = toPieces(secret, 1).map((piece) => Buffer.concat([toBody([piece]), Buffer.from(padding)]))
  expect(saidIn(masked(body))).toMatch(/^x+$|^x{80,}.*PRIVATE KEY-----$/)
})

it.each([
  ['Bearer Bearer 0123456789abcdef', 'Bearer xxxxxxxxxxxxxxxxxxxxxxx'],
  ['1//01//0-1//0plantedPlantedPlanted', '1//01//0-xxxxxxxxxxxxxxxxxxxxxxxxx'],
  ['eyJ-sk-plantedPlantedPlanted', 'eyJ-xxxxxxxxxxxxxxxxxxxxxxxx'],
])('finds the secret after what only begins like one: %s', (text, kept) => {
  const said = [1, 2, 100].map((size) => saidIn(masked([toBody(toPieces(text, size))])))
  expect(said).toEqual([kept, kept, kept])
})

it('masks a secret to its end, however long it is, and lets go of it as it comes', () => {
  const mask = createSecretMask()
  const pieces = ['sk-plantedPlanted', ...Array.from({ length: 30_000 }, () => 'Planted-Planted')]
  const released = pieces.flatMap((piece) =>
    mask.push({ at: 0, bytes: Buffer.from(`{"text":"${piece}"}\n`) }).map(({ bytes }) => bytes),
  )
  const wanted = pieces.map((piece) => `{"text":"${'x'.repeat(piece.length)}"}\n`)
  expect(Buffer.concat(released).toString()).toBe(wanted.join(''))
})

describe('its work', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  /** How many characters regular expressions are given to read, for each byte of the body. */
  function readPerByte(text: string): number {
    const body = toPieces(text, 6).map((piece) => toBody([piece]))
    const exec = RegExp.prototype.exec
    let read = 0
    vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, given) {
      read += given.length - this.lastIndex
      return exec.call(this, given)
    })
    masked(body)
    vi.restoreAllMocks()
    return read / Buffer.concat(body).length
  }

  it.each([
    ['one unbroken word', 'sk-', 'planted'],
    ['what lacks its mark', 'eyJ', 'planted'],
    ['one beginning after the other', 'eyJ-sk-', 'eyJ-sk-'],
    ['a certificate, which is no key', '-----BEGIN CERTIFICATE-----', 'planted'],
    ['beginnings of keys', '', '-----BEGIN '],
  ])('grows no faster than the answer: %s', (_, start, repeated) => {
    const [short, long] = [15, 100].map((times) => readPerByte(start + repeated.repeat(times)))
    expect(long).toBeLessThan((short ?? 0) * 1.5)
  })
})
