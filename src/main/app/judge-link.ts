const LONGEST_LINK = 4096
const OPENABLE = new Set(['https:', 'http:', 'mailto:'])

/** What a letter may begin with. Some mail programs also know `attach`, and would send along any file of the user's. */
const MAIL_FIELDS = new Set(['to', 'cc', 'bcc', 'subject', 'body'])

/**
 * The one judge of links: the address to hand to the system's browser or mail program, or undefined to refuse.
 * Everything that a page, a model or a person asks to open passes here.
 */
export function judgeLink(link: string): string | undefined {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return undefined
  const url = new URL(link)
  if (!OPENABLE.has(url.protocol)) return undefined
  if (url.protocol === 'mailto:') return judgeMail(url)
  // A name before the host is how a link pretends to lead elsewhere: https://bank.example@evil.example
  if (url.username !== '' || url.password !== '') return undefined
  return url.hostname === '' ? undefined : url.href
}

function judgeMail({ href, searchParams }: URL): string | undefined {
  const isPlain = [...searchParams.keys()].every((name) => MAIL_FIELDS.has(name.toLowerCase()))
  // The address of a letter may hold quotes, with which it could leave the place it has on a command line.
  return isPlain ? href.replaceAll(/["`\\<>^{|}\s]/g, encodeURIComponent) : undefined
}
