import { readFile } from 'node:fs/promises'

import { protocol, type Session } from 'electron'

import { CONTENT_SECURITY_POLICY } from './content-security-policy'
import { contentTypeOf, toPageFile } from './page-file'

export const PAGE_ORIGIN = 'app://nagare'

/** Must run before the app is ready. A standard, secure scheme has an origin, so CSP and storage work as on the web. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built window, read-only, with its security headers. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = toPageFile(folder, url)
    if (request.method !== 'GET' || file === undefined) return notFound()
    try {
      return new Response(await readFile(file), { headers: headersFor(file) })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return notFound()
      throw cause
    }
  })
}

function headersFor(file: string): Record<string, string> {
  return {
    'Content-Type': contentTypeOf(file),
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
}
