import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface MountedDisk {
  readonly folder: string
  /** Leaves so many bytes free. */
  fill(leave: number): void
  free(): void
  /** Whether anything can be written to it. */
  allowWriting(is: boolean): void
  unmount(): void
}

/** A file system of its own, of so many bytes; or why there is none. */
export function mountDisk(bytes: number): MountedDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux may mount a small disk'
  const folder = mkdtempSync(join(tmpdir(), 'nagare-disk-'))
  const run = (command: 'mount' | 'umount', ...options: readonly string[]) =>
    void execFileSync(command, [...options, folder], { stdio: 'pipe' })
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs')
  } catch (cause) {
    rmSync(folder, { recursive: true })
    return `this system mounts no small disk: ${String(cause)}`
  }
  let isForbidden = false
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: (leave) => {
      const { bavail, bsize } = statfsSync(folder)
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)))
      } catch (cause) {
        // Somebody else wrote in the meantime: it is as full as it can be.
        if (leave > 0 || (cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause
      }
    },
    free: () => rmSync(filler, { force: true }),
    // Mounted a second time over itself, since what somebody writes to cannot be forbidden.
    allowWriting: (is) => {
      if (is === !isForbidden) return
      isForbidden = !is
      if (is) return run('umount', '-l')
      run('mount', '--bind', folder)
      run('mount', '-o', 'remount,bind,ro')
    },
    unmount: () => {
      if (isForbidden) run('umount', '-l')
      run('umount', '-l')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
