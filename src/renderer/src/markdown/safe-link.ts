const ALLOWED_PROTOCOLS: readonly string[] = ['http:', 'https:', 'mailto:']

/** The address in the form in which a browser reads it, or undefined when it may not be opened. */
export function toSafeLink(href: string): string | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined
  return url !== undefined && ALLOWED_PROTOCOLS.includes(url.protocol) ? url.href : undefined
}

/** Where a remote file would come from; empty for anything that names no host. */
export function toHost(href: string): string {
  const link = toSafeLink(href)
  return link === undefined ? '' : new URL(link).host
}
