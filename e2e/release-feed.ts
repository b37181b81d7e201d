import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FeedRelease {
  readonly version: string
  readonly notes: string
  /** What is served as the program. */
  readonly program: string
  /** What the release says that the program is; the program itself otherwise. */
  readonly announced?: string
}

export interface ReleaseFeed {
  readonly address: string
  /** Everything that was asked for, in order. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[]
  close(): Promise<void>
}

/** A place of releases for Linux as electron-builder lays one out, on this computer. */
export async function serveReleases({
  version,
  notes,
  program,
  announced = program,
}: FeedRelease): Promise<ReleaseFeed> {
  const name = `nagare-${version}.AppImage`
  const sha512 = createHash('sha512').update(announced).digest('base64')
  const index = [
    `version: ${version}`,
    `files:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${announced.length}`,
    `path: ${name}\nsha512: ${sha512}`,
    `releaseNotes: ${JSON.stringify(notes)}`,
    `releaseDate: '2026-11-26T00:00:00.000Z'`,
  ].join('\n')
  const asked: { path: string; headers: IncomingHttpHeaders }[] = []
  const server = createServer(({ url = '', headers }, response) => {
    const path = new URL(url, 'http://feed').pathname
    asked.push({ path, headers })
    const body = { '/latest-linux.yml': index, [`/${name}`]: program }[path]
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
