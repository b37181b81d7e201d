import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readEmulator, routeToEmulator } from './emulator'

describe('the emulator', () => {
  it('is never asked for by an installed app, whatever the environment says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nagare-emulator-'))
    const ca = join(folder, 'ca.pem')
    writeFileSync(ca, 'PEM')
    const env = { NAGARE_EMULATOR: 'https://127.0.0.1:1', NAGARE_EMULATOR_CA: ca }
    expect(readEmulator(env, true)).toBeUndefined()
    expect(readEmulator(env, false)).toEqual({ origin: 'https://127.0.0.1:1', ca: 'PEM' })
    expect(readEmulator({}, false)).toBeUndefined()
    rmSync(folder, { recursive: true })
  })

  it('gets what was meant for Google, with method, body and the host it was meant for', async () => {
    const sent: unknown[] = []
    const fetch = routeToEmulator(async (input, init) => {
      const request = new Request(input, init)
      sent.push([request.method, request.url, request.headers.get('x-original-host'), await request.text()])
      return new Response()
    }, 'https://127.0.0.1:1')
    await fetch('https://aiplatform.googleapis.com/v1/x?alt=sse', { method: 'POST', body: 'hello' })
    await fetch(new Request('https://oauth2.googleapis.com/token', { method: 'POST', body: 'grant' }))
    expect(sent).toEqual([
      ['POST', 'https://127.0.0.1:1/v1/x?alt=sse', 'aiplatform.googleapis.com', 'hello'],
      ['POST', 'https://127.0.0.1:1/token', 'oauth2.googleapis.com', 'grant'],
    ])
  })

  it('lets nothing out to anybody else', async () => {
    const fetch = routeToEmulator(async () => new Response(), 'https://127.0.0.1:1')
    await expect(fetch('http://169.254.169.254/computeMetadata')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
    await expect(fetch('https://googleapis.com.evil.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  })
})
