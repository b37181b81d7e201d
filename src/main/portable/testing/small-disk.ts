import { onTestFinished } from 'vitest'

import { mountDisk, type MountedDisk } from './mounted-disk'

/** A file system of its own, of so many bytes, for as long as the test; or why there is none. */
export function mountSmallDisk(bytes: number): MountedDisk | string {
  const disk = mountDisk(bytes)
  if (typeof disk !== 'string') onTestFinished(disk.unmount)
  return disk
}
