import { describe, expect, it } from 'vitest'

import { isPageFrame, isSameDocument } from './page-frame'

const page = { origin: 'app://nagare', url: 'app://nagare/index.html' }
const frame = { parent: null, ...page }

describe('isPageFrame', () => {
  it('trusts the page, also at a place within it', () => {
    expect(isPageFrame(frame, page)).toBe(true)
    expect(isPageFrame({ ...frame, url: 'app://nagare/index.html#note' }, page)).toBe(true)
  })

  it.each([
    ['a frame that has gone', null],
    ['a frame within the page', { ...frame, parent: frame as never }],
    ['another document of ours', { ...frame, url: 'app://nagare/export.html' }],
    ['the page with a query', { ...frame, url: 'app://nagare/index.html?x' }],
    ['the page without its origin', { ...frame, origin: 'null' }],
    ['a host that only begins so', { ...frame, origin: 'app://nagare.evil' }],
    ['a web page', { parent: null, origin: 'https://example.com', url: 'https://example.com/index.html' }],
    ['a page that has not loaded', { parent: null, origin: '', url: '' }],
  ])('does not trust %s', (_, asking) => {
    expect(isPageFrame(asking, page)).toBe(false)
  })
})

describe('isSameDocument', () => {
  it('looks past the fragment alone', () => {
    expect(isSameDocument('app://nagare/a#b', 'app://nagare/a')).toBe(true)
    expect(isSameDocument('app://nagare/a?b', 'app://nagare/a')).toBe(false)
    expect(isSameDocument('', 'app://nagare/a')).toBe(false)
  })
})
