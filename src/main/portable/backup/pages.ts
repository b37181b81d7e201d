import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

/** A SQLite file as its pages, the write-ahead log beside it included. Numbers begin with 1. */
export interface Pages {
  readonly count: number
  /** Bytes of a page that hold something. */
  readonly usable: number
  /** Undefined when it lies outside of the file, or the disk cannot read it. */
  read(number: number): Buffer | undefined
  close(): void
}

const DEFAULT_PAGE_BYTES = 4_096
const HEADER_BYTES = 100

/** Opens a file whose header may be damaged: then the usual size of a page is taken. */
export function openPages(file: string): Pages {
  const handle = openSync(file, 'r')
  const header = Buffer.alloc(HEADER_BYTES)
  readSync(handle, header, 0, HEADER_BYTES, 0)
  const log = readLog(`${file}-wal`)
  const size = log.pageBytes ?? toPageBytes(header.readUInt16BE(16))
  const reserved = header[20] ?? 0
  const inFile = Math.ceil(fstatSync(handle).size / size)

  function read(number: number): Buffer | undefined {
    const logged = log.pages.get(number)
    if (logged !== undefined) return logged
    const page = Buffer.alloc(size)
    try {
      return readSync(handle, page, 0, size, (number - 1) * size) > 0 ? page : undefined
    } catch {
      // A bad sector: the others are read.
      return undefined
    }
  }

  return {
    count: Math.max(inFile, ...log.pages.keys()),
    usable: size - (reserved <= 32 ? reserved : 0),
    read,
    close: () => closeSync(handle),
  }
}

function toPageBytes(written: number): number {
  const bytes = written === 1 ? 65_536 : written
  return bytes >= 512 && Number.isInteger(Math.log2(bytes)) ? bytes : DEFAULT_PAGE_BYTES
}

interface Log {
  readonly pageBytes: number | undefined
  /** The latest committed content of each page. */
  readonly pages: ReadonlyMap<number, Buffer>
}

const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const LOG_MAGIC = [0x377f0682, 0x377f0683]

function readLog(file: string): Log {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  if (bytes.length < LOG_HEADER_BYTES || !LOG_MAGIC.includes(bytes.readUInt32BE(0))) {
    return { pageBytes: undefined, pages: new Map() }
  }
  const pageBytes = bytes.readUInt32BE(8)
  const salts = bytes.subarray(16, 24)
  const pages = new Map<number, Buffer>()
  const uncommitted = new Map<number, Buffer>()
  for (let at = LOG_HEADER_BYTES; at + FRAME_HEADER_BYTES + pageBytes <= bytes.length;) {
    const head = bytes.subarray(at, at + FRAME_HEADER_BYTES)
    // What an earlier round of the log has left behind.
    if (!head.subarray(8, 16).equals(salts)) break
    at += FRAME_HEADER_BYTES
    uncommitted.set(head.readUInt32BE(0), bytes.subarray(at, at + pageBytes))
    at += pageBytes
    if (head.readUInt32BE(4) === 0) continue
    for (const [number, page] of uncommitted) pages.set(number, page)
    uncommitted.clear()
  }
  return { pageBytes, pages }
}
