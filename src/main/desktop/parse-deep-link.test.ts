import { describe, expect, it } from 'vitest'

import { parseDeepLink } from './parse-deep-link'
import { HOSTILE_LINKS } from './testing/hostile-links'

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

describe('a link', () => {
  it.each([
    ['nagare://new', { kind: 'new' }],
    ['NAGARE://new/', { kind: 'new' }],
    ['nagare://new?prompt=What%20is+baseball%3F', { kind: 'new', prompt: 'What is baseball?' }],
    [
      'nagare://new?prompt=%E9%87%8E%E7%90%83%0D%0A%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9',
      { kind: 'new', prompt: '野球\n👨‍👩' },
    ],
    [`nagare://conversation/${ID.toUpperCase()}`, { kind: 'conversation', conversationId: ID }],
    ['nagare://settings', { kind: 'settings' }],
    ['nagare://settings/models', { kind: 'settings', panel: 'models' }],
  ])('%s is understood', (link, intent) => {
    expect(parseDeepLink(link)).toEqual(intent)
  })

  it.each([
    ['a'.repeat(4_000), true],
    ['a'.repeat(4_001), false],
    ['野'.repeat(1_500), true],
    // A link of 18,000 characters.
    ['野'.repeat(2_000), false],
  ])('may be only so long, as it is written and as it is read', (prompt, isFit) => {
    const intent = parseDeepLink(`nagare://new?prompt=${encodeURIComponent(prompt)}`)
    expect(intent).toEqual(isFit ? { kind: 'new', prompt } : undefined)
  })

  it.each(HOSTILE_LINKS)('%s is refused: %s', (_, link) => {
    expect(parseDeepLink(link)).toBeUndefined()
  })

  it('wants nothing but what is known, whatever it is made of', () => {
    let random = 11
    const next = (below: number): number => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((random / 2_147_483_648) * below)
    }
    const parts = [
      'nagare:',
      '//',
      'new',
      'conversation',
      'settings',
      '/',
      '?',
      'prompt=',
      '%00',
      '%2e',
      '..',
      ID,
      `conversation/${ID}`,
      '#',
      '@',
      ':',
      '&',
      'send=1',
      '\u202e',
      ' ',
      '"',
      '--inspect',
      'javascript:',
      '\\',
    ]
    const kinds = new Set<string | undefined>()
    for (let round = 0; round < 20_000; round += 1) {
      const link = Array.from({ length: 1 + next(7) }, () => parts[next(parts.length)]).join('')
      const intent = parseDeepLink(`nagare://${link}`)
      kinds.add(intent?.kind)
      if (intent?.kind === 'new') expect(intent.prompt ?? '').not.toMatch(/[\0\u202e]/)
      if (intent?.kind === 'conversation') expect(intent.conversationId).toBe(ID)
      expect(
        Object.keys(intent ?? {}).filter(
          (key) => !['kind', 'prompt', 'conversationId', 'panel'].includes(key),
        ),
      ).toEqual([])
    }
    expect([...kinds].sort()).toEqual(['conversation', 'new', 'settings', undefined])
  })
})
