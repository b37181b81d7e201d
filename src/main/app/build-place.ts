import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { app } from 'electron'
import { z } from 'zod'

export interface BuildPlace {
  /** Whether the build says where its updates are. */
  readonly hasPlace: boolean
  /** A file that says it instead of the build's own: in a test of a build from source. */
  readonly configFile: string | undefined
  /** Where releases can be had by hand, when the build has a home. */
  readonly page: string | undefined
}

/** Where this build is at home, by what the packaging wrote into it. */
export function readBuildPlace(env: Readonly<Record<string, string | undefined>>): BuildPlace {
  const configFile = app.isPackaged ? undefined : env['NAGARE_UPDATES']
  const { homepage = '' } = about.parse(
    JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')),
  )
  return {
    hasPlace: existsSync(configFile ?? join(process.resourcesPath, 'app-update.yml')),
    configFile,
    page: homepage.startsWith('https://github.com/') ? `${homepage}/releases` : undefined,
  }
}

const about = z.object({ homepage: z.string().optional() })
