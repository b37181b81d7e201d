import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

import { protocol, type Session } from 'electron'

import { CONTENT_SECURITY_POLICY } from './content-security-policy'

export const PAGE_ORIGIN = 'app://nagare'
const PAGE_HOST = 'nagare'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

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
    const file = toFile(folder, url)
    if (request.method !== 'GET' || file === undefined) return notFound()
    try {
      return new Response(await readFile(file), { headers: headersFor(file) })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return notFound()
      throw cause
    }
  })
}

/** The file that a page address names, or undefined when it lies outside the folder. */
export function toFile(folder: string, { host, pathname }: URL): string | undefined {
  if (host !== PAGE_HOST) return undefined
  const file = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
  return file.startsWith(folder + sep) && extname(file) in CONTENT_TYPES ? file : undefined
}

function headersFor(file: string): Record<string, string> {
  return {
    'Content-Type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
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
