import { describe, expect, it } from 'vitest'

import { findLanguage, LANGUAGES } from './languages'
import { PARSERS } from './parsers'

describe('findLanguage', () => {
  it('finds each language by each of its names, and no two by one', () => {
    const names = LANGUAGES.flatMap((language) => language.names.split(' '))
    expect(names.length).toBe(new Set(names).size)
    expect(names).toEqual(names.map((name) => name.toLowerCase()))
    for (const language of LANGUAGES) {
      for (const name of language.names.split(' ')) expect(findLanguage(name.toUpperCase())).toBe(language)
    }
  })

  it.each(['', 'text', 'plaintext', '__proto__', 'constructor', 'toString'])(
    'knows no language %j',
    (name) => {
      expect(findLanguage(name)).toBeUndefined()
    },
  )
})

describe('PARSERS', () => {
  it('holds more than forty parsers, and each has a language', () => {
    const used = new Set<string>(LANGUAGES.map(({ parser }) => parser))
    expect(Object.keys(PARSERS).filter((name) => !used.has(name))).toEqual([])
    expect(used.size).toBeGreaterThan(40)
  })

  it.each(Object.entries(PARSERS))('loads the parser %s', async (_name, load) => {
    expect(typeof (await load()).token).toBe('function')
  })
})
