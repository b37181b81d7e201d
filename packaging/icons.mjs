import { createRequire } from 'node:module'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toIcns, toIco } from './icon-files.mjs'

// Draws every icon file anew from the SVGs in resources/: `npm run icons`. What it draws is committed, so that
// nobody needs this to build.

const { Resvg } = createRequire(import.meta.url)('@resvg/resvg-js')
const RESOURCES = join(import.meta.dirname, '..', 'resources')
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 256]
const MAC_SIZES = [16, 32, 64, 128, 256, 512, 1024]
/** Up to this size three lines become mush, so a drawing with two of them is used. */
const LARGEST_SMALL = 32
/** On a Mac the tile fills 824 of 1024 pixels, and the rest is for its shadow. */
const MAC_TILE = 824 / 1024

const large = await readFile(join(RESOURCES, 'icon.svg'), 'utf8')
const small = await readFile(join(RESOURCES, 'icon-small.svg'), 'utf8')
const tray = await readFile(join(RESOURCES, 'tray.svg'), 'utf8')

await mkdir(join(RESOURCES, 'icons'), { recursive: true })
for (const size of LINUX_SIZES) await save(`icons/${size}x${size}.png`, drawIcon(size))
await save('icon.ico', toIco(WINDOWS_SIZES.map((size) => ({ size, png: drawIcon(size) }))))
await save('icon.icns', toIcns(MAC_SIZES.map((size) => ({ size, png: drawMacIcon(size) }))))
// macOS finds the sharper one by its name, and colours both for its menu bar.
await save('tray/trayTemplate.png', draw(tray, 16))
await save('tray/trayTemplate@2x.png', draw(tray, 32))
await save('tray/tray.png', drawIcon(32))

/** @param {number} size */
function drawIcon(size) {
  return draw(size <= LARGEST_SMALL ? small : large, size)
}

/** @param {number} size */
function drawMacIcon(size) {
  const source = size <= LARGEST_SMALL ? small : large
  const side = Number(/viewBox="0 0 (\d+)/.exec(source)?.[1])
  const margin = (side / MAC_TILE - side) / 2
  const whole = side + 2 * margin
  return draw(source.replace(/viewBox="[^"]+"/, `viewBox="${-margin} ${-margin} ${whole} ${whole}"`), size)
}

/**
 * @param {string} svg
 * @param {number} size of a side, in pixels
 * @returns {Buffer} a PNG */
function draw(svg, size) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()
}

/**
 * @param {string} name
 * @param {Buffer} bytes */
async function save(name, bytes) {
  const file = join(RESOURCES, name)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, bytes)
}
