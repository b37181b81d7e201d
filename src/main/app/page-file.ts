import { extname, join, normalize, sep } from 'node:path'

const PAGE_HOST = 'nagare'
export const DIAGRAM_HOST = 'diagram'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The file that a page address names, or undefined when it lies outside the folder. */
export function toPageFile(folder: string, { host, pathname }: URL): string | undefined {
  if (host !== PAGE_HOST && !(host === DIAGRAM_HOST && isOfDiagrams(pathname))) return undefined
  const path = decode(pathname === '/' ? '/index.html' : pathname)
  if (path === undefined || path.includes('\0')) return undefined
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) && Object.hasOwn(CONTENT_TYPES, extname(file)) ? file : undefined
}

/** The frame of the diagrams, and scripts. */
function isOfDiagrams(pathname: string): boolean {
  return pathname === '/diagram.html' || /^\/assets\/[\w.-]+\.js$/.test(pathname)
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // A stray `%` names no file.
    return undefined
  }
}

export function contentTypeOf(file: string): string {
  return CONTENT_TYPES[extname(file)] ?? 'application/octet-stream'
}
