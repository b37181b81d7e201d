/** @typedef {{ readonly size: number, readonly png: Buffer }} IconImage of `size` by `size` pixels */

const ICO_HEADER = 6
const ICO_ENTRY = 16

/** A Windows icon: a directory, and a PNG for each size (which Windows reads since Vista).
 * @param {readonly IconImage[]} images
 * @returns {Buffer} */
export function toIco(images) {
  const directory = Buffer.alloc(ICO_HEADER + ICO_ENTRY * images.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let offset = directory.length
  images.forEach(({ size, png }, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index
    // One byte for a side: 0 stands for 256.
    directory.writeUInt8(size % 256, at)
    directory.writeUInt8(size % 256, at + 1)
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(png.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([directory, ...images.map(({ png }) => png)])
}

/** What Apple calls a PNG of each size, plain and for a sharp screen. @type {Readonly<Record<number, string[]>>} */
const ICNS_TYPES = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** A macOS icon. Throws for a size that the format has no name for.
 * @param {readonly IconImage[]} images
 * @returns {Buffer} */
export function toIcns(images) {
  const blocks = images.flatMap(({ size, png }) => {
    const types = ICNS_TYPES[size]
    if (types === undefined) throw new Error(`An icns file has no place for ${size} pixels.`)
    return types.map((type) => toBlock(type, png))
  })
  return toBlock('icns', Buffer.concat(blocks))
}

/**
 * @param {string} type of four letters
 * @param {Buffer} content */
function toBlock(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
