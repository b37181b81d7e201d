import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'

/**
 * Writes a file piece by piece under another name, and gives it its own when it is whole and on the disk: what stood
 * there before is replaced at once, or not at all.
 */
export async function writeAtomically(
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const unfinished = `${file}.unfinished`
  const stream = createWriteStream(unfinished)
  // Every failure is thrown below; without a listener it would end the process before.
  stream.on('error', () => undefined)
  try {
    for await (const piece of pieces) {
      if (stream.errored !== null) throw stream.errored
      if (!stream.write(piece)) await once(stream, 'drain')
    }
    stream.end()
    await finished(stream)
    await sync(unfinished)
    await rename(unfinished, file)
  } catch (cause) {
    stream.destroy()
    await rm(unfinished, { force: true })
    throw cause
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
