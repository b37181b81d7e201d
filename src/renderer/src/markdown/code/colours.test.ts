import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

const HEX = '#([0-9a-f]{6})'
const PAIR = new RegExp(`--([a-z-]+): light-dark\\(${HEX}, ${HEX}\\)`, 'g')

const LEAST_CONTRAST = 4.5

type Pair = readonly [light: string, dark: string]

function readPairs(file: string): ReadonlyMap<string, Pair> {
  const css = readFileSync(new URL(file, import.meta.url), 'utf8')
  return new Map([...css.matchAll(PAIR)].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]))
}

/** As WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours of code', () => {
  const theme = readPairs('../../ui/theme.css')
  const colours = readPairs('./code.module.css')
  const surface = theme.get('code-surface')

  it('are all found, with the surface below them', () => {
    expect([colours.size, surface?.length]).toEqual([12, 2])
  })

  it.each([...colours, ...[...theme].filter(([name]) => ['ink', 'ink-soft'].includes(name))])(
    'are read easily, light and dark: %s',
    (_name, pair) => {
      const low = pair.map((colour, index) => contrast(colour, surface?.[index] ?? colour))
      expect(Math.min(...low)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
    },
  )
})
