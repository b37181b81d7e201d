import type { Hindrance } from '#shared/update'

export interface Installation {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isPackaged: boolean
  /** Whether the build says where its updates are. */
  readonly hasPlace: boolean
  /** Whether the administrator lets it look there. */
  readonly isAllowed: boolean
}

/** Why this installation must leave updates to somebody else, if so. */
export function findHindrance(installation: Installation): Hindrance | undefined {
  const { platform, env, isPackaged, hasPlace, isAllowed } = installation
  if (!isAllowed) return 'policy'
  // A build from source that is shown a place is a test of all this.
  if (!isPackaged) return hasPlace ? undefined : 'source'
  // Only an AppImage is a file of the user's own; it says so to what is in it.
  if (platform === 'linux' && env['APPIMAGE'] === undefined) return 'package'
  if (platform === 'win32' && env['PORTABLE_EXECUTABLE_FILE'] !== undefined) return 'portable'
  return hasPlace ? undefined : 'no-place'
}
