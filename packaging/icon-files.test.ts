import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { toIcns, toIco } from './icon-files.mjs'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])
const RESOURCES = join(import.meta.dirname, '..', 'resources')

it('finds every image of the committed Windows icon where its directory says', () => {
  const ico = readFileSync(join(RESOURCES, 'icon.ico'))
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index
    const png = ico.subarray(ico.readUInt32LE(at + 12), ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8))
    expect(png.subarray(0, 4)).toEqual(PNG)
    expect(ico.readUInt8(at)).toBe(png.readUInt32BE(16) % 256)
    return png.readUInt32BE(16)
  })
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 256])
})

it('reads the committed macOS icon block by block to its end', () => {
  const icns = readFileSync(join(RESOURCES, 'icon.icns'))
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const types: string[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    types.push(icns.toString('latin1', at, at + 4))
    expect(icns.subarray(at + 8, at + 12)).toEqual(PNG)
  }
  expect(types.sort()).toEqual('ic07 ic08 ic09 ic10 ic11 ic12 ic13 ic14 icp4 icp5 icp6'.split(' '))
})

it('writes 256 pixels as 0, and refuses a size that macOS has no name for', () => {
  expect(toIco([{ size: 256, png: PNG }]).readUInt8(6)).toBe(0)
  expect(() => toIcns([{ size: 48, png: PNG }])).toThrow('48 pixels')
})
