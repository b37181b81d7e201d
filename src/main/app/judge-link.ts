const LONGEST_LINK = 4096
const OPENABLE = new Set(['https:', 'http:', 'mailto:'])

/**
 * The one judge of links: the address to hand to the system's browser or mail program, or undefined to refuse.
 * Everything that a page, a model or a person asks to open passes here.
 */
export function judgeLink(link: string): string | undefined {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return undefined
  const url = new URL(link)
  if (!OPENABLE.has(url.protocol)) return undefined
  // A name before the host is how a link pretends to lead elsewhere: https://bank.example@evil.example
  if (url.username !== '' || url.password !== '') return undefined
  if (url.protocol !== 'mailto:' && url.hostname === '') return undefined
  return url.href
}
