import { release } from 'node:os'

import { app } from 'electron'

/** What runs here, and on what. */
export interface Build {
  readonly version: string
  readonly isPackaged: boolean
  readonly electron: string
  readonly chromium: string
  readonly node: string
  readonly platform: string
  /** Of the operating system. */
  readonly release: string
  readonly arch: string
}

export function readBuild(): Build {
  const { electron = '', chrome = '', node } = process.versions
  return {
    version: app.getVersion(),
    isPackaged: app.isPackaged,
    ...{ electron, chromium: chrome, node },
    ...{ platform: process.platform, arch: process.arch },
    // What a distribution adds to it could tell one computer from another.
    release: /^[\d.]*/.exec(release())?.[0] ?? '',
  }
}
