import { isIP } from 'node:net'

import { judgeLink } from '../app/judge-link'
import { isPrivateAddress } from './is-private-address'

/** Names that only the network around this computer knows. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)\.?$/i

/** Where an image may be fetched from, before any name is looked up. */
export function judgeImageAddress(address: string): URL | 'not-allowed' | 'private-host' {
  const link = judgeLink(address)
  const url = link === undefined ? undefined : new URL(link)
  if (url === undefined || url.protocol === 'mailto:') return 'not-allowed'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return isPrivateAddress(host) ? 'private-host' : url
  const isLocal = !host.replace(/\.$/, '').includes('.') || PRIVATE_NAME.test(host)
  return isLocal ? 'private-host' : url
}
