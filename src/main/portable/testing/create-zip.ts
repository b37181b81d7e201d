import { crc32, deflateRawSync } from 'node:zlib'

/** An archive of a few small files. */
export function createZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = deflateRawSync(text)
    const sizes = (at: number, header: Buffer): Buffer => {
      header.writeUInt16LE(8, at - 6)
      header.writeUInt32LE(crc32(text), at)
      header.writeUInt32LE(data.length, at + 4)
      header.writeUInt32LE(Buffer.byteLength(text), at + 8)
      header.writeUInt16LE(Buffer.byteLength(name), at + 12)
      return header
    }
    const local = sizes(14, Buffer.alloc(30))
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    const entry = sizes(16, Buffer.alloc(46))
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), data)
    central.push(entry, Buffer.from(name))
    offset += local.length + Buffer.byteLength(name) + data.length
  }
  const end = Buffer.alloc(22)
  const directory = Buffer.concat(central)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
