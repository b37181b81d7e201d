import { readFile } from 'node:fs/promises'

import { protocol, type Session } from 'electron'

import { CONTENT_SECURITY_POLICY, DIAGRAM_SECURITY_POLICY } from './content-security-policy'
import { contentTypeOf, DIAGRAM_HOST, toPageFile } from './page-file'

/** Must run before the app is ready. A standard, secure scheme has an origin, so CSP and storage work as on the web. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ])
}

/** Serves the built window, read-only, with its security headers. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = toPageFile(folder, url)
    if (request.method !== 'GET' || file === undefined) return notFound()
    try {
      return new Response(await readFile(file), { headers: headersFor(file, url) })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return notFound()
      throw cause
    }
  })
}

function headersFor(file: string, { host }: URL): Record<string, string> {
  return {
    'Content-Type': contentTypeOf(file),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-DNS-Prefetch-Control': 'off',
    'Cache-Control': 'no-cache',
    ...(host === DIAGRAM_HOST ? OF_DIAGRAMS : OF_PAGE),
  }
}

const OF_PAGE = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** To a frame without an origin its own scripts are those of a stranger. */
const OF_DIAGRAMS = {
  'Content-Security-Policy': DIAGRAM_SECURITY_POLICY,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': 'null',
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
}
