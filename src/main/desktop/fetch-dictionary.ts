/** Where Chromium's dictionaries are kept, by Google. It sends on to a server nearby. */
const SOURCE = 'https://redirector.gvt1.com/edgedl/chrome/dict/'
const MOST_REDIRECTS = 5
const MOST_BYTES = 20_000_000

/** A name as Chromium asks for it: `en-us-10-1.bdic`. */
export const DICTIONARY_NAME = /^[a-z]{2,3}(-[a-z0-9]{1,8}){1,4}\.bdic$/i

/**
 * Brings a dictionary, over HTTPS and from nobody but Google's servers for it. `fetchOnce` follows no redirect. Throws when
 * it is not there, too large, or when it is sent elsewhere.
 */
export async function fetchDictionary(
  name: string,
  fetchOnce: (address: string) => Promise<Response>,
): Promise<Buffer> {
  let address = new URL(name, SOURCE)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetchOnce(address.href)
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null) {
      address = toNearby(new URL(location, address))
      continue
    }
    if (!response.ok) throw new Error(`The dictionary ${name} was answered with ${response.status}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    if (bytes.length > MOST_BYTES) throw new Error(`The dictionary ${name} is too large`)
    return bytes
  }
  throw new Error(`The dictionary ${name} was sent on too often`)
}

function toNearby(address: URL): URL {
  if (!address.hostname.endsWith('.gvt1.com')) throw new Error(`A dictionary is not at ${address.hostname}`)
  const secured = new URL(address)
  secured.protocol = 'https:'
  secured.port = ''
  return secured
}
