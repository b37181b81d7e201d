import { readFileSync } from 'node:fs'

/** Where requests to a provider go instead, while developing and testing. */
export interface Emulator {
  readonly origin: string
  readonly ca: string
}

/**
 * Reads `NAGARE_EMULATOR` and `NAGARE_EMULATOR_CA`. Only a build from source may ask for this: in an
 * installed app it would be a way to lead prompts and keys astray by an environment variable.
 */
export function readEmulator(
  env: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): Emulator | undefined {
  const { NAGARE_EMULATOR: origin, NAGARE_EMULATOR_CA: caFile } = env
  if (isPackaged || origin === undefined || caFile === undefined) return undefined
  return { origin, ca: readFileSync(caFile, 'utf8') }
}

/**
 * Sends what was meant for Google to the emulator, and says whom it was meant for. Beside it only this computer is
 * reached, where a model server or another emulator may listen.
 */
export function routeToEmulator(fetch: typeof globalThis.fetch, origin: string): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return fetch(input, init)
    if (!url.hostname.endsWith('.googleapis.com')) throw new Error('net::ERR_NAME_NOT_RESOLVED')
    const headers = new Headers(request.headers)
    headers.set('x-original-host', url.host)
    const body = request.body === null ? {} : { body: await request.arrayBuffer() }
    const target = new URL(url.pathname + url.search, origin).href
    return fetch(target, { ...init, method: request.method, headers, ...body })
  }
}
