import { expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: {} }))

const { portableWords } = await import('./portable-words')
const { settingsWords } = await import('./settings-words')
const { readWords } = await import('./words')

/** Everything that main says itself, by its path. */
function said(tree: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof tree === 'string') return [[path, tree]]
  return Object.entries(tree as object).flatMap(([name, value]) => said(value, `${path}.${name}`))
}

it.each([
  ['menus, notices and boxes', readWords('en'), readWords('ja')],
  ['what main says of settings', settingsWords('en'), settingsWords('ja')],
  ['what main says of files', portableWords.en, portableWords.ja],
])('says nothing in English to a reader of Japanese: %s', (_, en, ja) => {
  const english = new Map(said(en))
  const japanese = said(ja)
  expect(japanese.length).toBeGreaterThan(5)
  expect(japanese.filter(([path, text]) => english.get(path) === text)).toEqual([])
})
