import { z } from 'zod'

import { PANELS } from '#shared/panels'
import type { Intent } from '#shared/requests/intents'

/** Of a link as it is written. A prompt that is longer belongs in a file. */
const LONGEST_LINK = 16_384
const LONGEST_PROMPT = 4_000

/** What no link of ours is written with: whatever else is meant is written in per cent. */
const UNWRITTEN = /[^!-~]|[\\"<>^`{|}]/

/**
 * What a reader would not see, and a model might obey: control characters but line breaks and tabs, marks that turn the
 * direction of writing, signs without width but the joiner within emoji, the invisible alphabet of tags, and what stands
 * for bytes that are no text. Source: Unicode Technical Report 36.
 */
const UNSEEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\p{Cs}\u{e0000}-\u{e0fff}]/u

const panel = z.enum(PANELS)

/**
 * What a link wants; undefined for one that is not exactly one of `nagare://new`, `nagare://new?prompt=…`,
 * `nagare://conversation/<uuid>`, `nagare://settings` and `nagare://settings/<panel>`. Any program and any page can open
 * one, so it can want nothing that sends, changes or deletes.
 */
export function parseDeepLink(link: string): Intent | undefined {
  if (link.length > LONGEST_LINK || UNWRITTEN.test(link) || !URL.canParse(link)) return undefined
  const { protocol, username, password, port, hostname, pathname, search, hash } = new URL(link)
  if (protocol !== 'nagare:' || username + password + port + hash !== '') return undefined
  const place = pathname.replace(/^\//, '')
  switch (hostname) {
    case 'new':
      return place === '' ? toNew(search) : undefined
    case 'conversation':
      return search === '' && z.uuid().safeParse(place).success
        ? { kind: 'conversation', conversationId: place.toLowerCase() }
        : undefined
    case 'settings': {
      if (search !== '') return undefined
      if (place === '') return { kind: 'settings' }
      const { data } = panel.safeParse(place)
      return data === undefined ? undefined : { kind: 'settings', panel: data }
    }
    default:
      return undefined
  }
}

function toNew(search: string): Intent | undefined {
  if (search === '') return { kind: 'new' }
  const parameters = [...new URLSearchParams(search)]
  const [[name, value] = []] = parameters
  if (parameters.length !== 1 || name !== 'prompt' || value === undefined) return undefined
  const prompt = value.replaceAll('\r\n', '\n')
  const isFit = prompt.trim() !== '' && prompt.length <= LONGEST_PROMPT && !UNSEEN.test(prompt)
  return isFit ? { kind: 'new', prompt } : undefined
}
