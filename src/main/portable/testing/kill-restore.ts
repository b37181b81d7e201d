import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Completes a restore in a process of its own, which kills itself right before its nth change of the disk. */
const [file = '', backups = '', nth = ''] = process.argv.slice(2)
let left = Number(nth)

for (const name of ['renameSync', 'rmSync', 'copyFileSync', 'mkdirSync'] as const) {
  const act = fs[name] as (...args: readonly unknown[]) => unknown
  const counted = (...args: readonly unknown[]): unknown => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return act(...args)
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()

const { completeRestore } = await import('../backup/restore')
completeRestore(file, backups, new Date())
