import { openPromise } from 'yauzl'

export interface ZipEntry {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** The files of an archive whose names match, each as a stream; to be read one after the other. */
export async function* zipEntries(
  file: string,
  wanted: RegExp,
  onRead: (bytes: number) => void,
): AsyncGenerator<ZipEntry, void> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false })
  try {
    let passed = 0
    for await (const entry of zip.eachEntry()) {
      if (wanted.test(entry.fileName)) {
        yield { name: entry.fileName, chunks: await zip.openReadStreamPromise(entry) }
      }
      passed += entry.compressedSize
      onRead(passed)
    }
  } finally {
    zip.close()
  }
}
