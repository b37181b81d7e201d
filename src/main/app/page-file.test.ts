import { describe, expect, it } from 'vitest'

import { contentTypeOf, toPageFile } from './page-file'

const folder = '/app/out/renderer'
const file = (address: string) => toPageFile(folder, new URL(address))

describe('toPageFile', () => {
  it.each([
    ['app://nagare/', '/app/out/renderer/index.html'],
    ['app://nagare/assets/index-1.js', '/app/out/renderer/assets/index-1.js'],
    ['app://nagare/index.html?x#y', '/app/out/renderer/index.html'],
  ])('serves %s', (address, served) => {
    expect(file(address)).toBe(served)
  })

  it.each([
    'app://other/index.html',
    'app://nagare/..%2Fmain%2Findex.js',
    'app://nagare/index.html%00.js',
    'app://nagare/%',
    'app://nagare/%E0%A4%A',
    'app://nagare/secret.db',
    'app://nagare/x.constructor',
    'app://nagare/assets',
  ])('serves nothing for %s', (address) => {
    expect(file(address)).toBeUndefined()
  })

  it.each(['app://nagare/../main/index.js', 'app://nagare/assets/%2e%2e/%2e%2e/main/index.js'])(
    'keeps %s inside the folder',
    (address) => {
      expect(file(address)).toBe('/app/out/renderer/main/index.js')
    },
  )

  it('knows what each file is', () => {
    expect([contentTypeOf('a.html'), contentTypeOf('a.woff2')]).toEqual([
      'text/html; charset=utf-8',
      'font/woff2',
    ])
  })
})
