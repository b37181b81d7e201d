import { expect, it } from 'vitest'

import { judgeImageAddress } from './judge-image-address'

it.each([
  'https://pictures.example/river.png',
  'http://pictures.example:8080/river.png?size=2#x',
  'https://93.184.215.14/x.png',
  'https://日本語.example/絵.png',
])('lets %s be asked for', (address) => {
  expect(judgeImageAddress(address)).toEqual(new URL(address))
})

it.each([
  'http://localhost/x',
  'http://LOCALHOST./x',
  'http://app.localhost/x',
  'http://printer/x',
  'http://nas.local/x',
  'http://wiki.corp/x',
  'http://metadata.google.internal/x',
  'http://router.lan/x',
  'http://router.home.arpa/x',
  'http://127.0.0.1/x',
  'http://127.1/x',
  'http://2130706433/x',
  'http://0x7f.0.0.1/x',
  'http://0177.0.0.1/x',
  'http://①②⑦.⓪.⓪.①/x',
  'http://[::1]/x',
  'http://[::ffff:7f00:1]/x',
  'http://[fd00::1]/x',
  'http://169.254.169.254/latest/meta-data/',
])('sees that %s is no public address', (address) => {
  expect(judgeImageAddress(address)).toBe('private-host')
})

it.each([
  'file:///etc/passwd',
  'data:image/png;base64,iVBORw0KGgo=',
  'javascript:alert(1)',
  'blob:app://nagare/1',
  'app://nagare/index.html',
  'mailto:a@example.com',
  'ftp://example.com/x.png',
  '//example.com/x.png',
  'x.png',
  'https://name@example.com/x.png',
  'https://name:word@example.com/x.png',
  `https://example.com/${'x'.repeat(5_000)}`,
])('asks nobody for %s', (address) => {
  expect(judgeImageAddress(address)).toBe('not-allowed')
})
