import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'

import type { DatabaseContents } from '#shared/portable'

import { connect } from '../../conversations/connect'
import { inspectDatabase } from './inspect-database'

/**
 * Copies the conversations as they are at one moment, while they may be written, and reads the copy at once: only a copy
 * that is whole gets its name. Throws when the disk refuses, or when what was to be copied is damaged.
 */
export function backUp(file: string, target: string): DatabaseContents {
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    const database = connect(file, 10_000)
    try {
      database.run('VACUUM INTO ?', [unfinished])
    } finally {
      database.close()
    }
    const found = inspectDatabase(unfinished)
    if (!found.ok) throw new Error(`the copy is ${found.reason}: ${found.detail}`)
    sync(unfinished)
    renameSync(unfinished, target)
    return found.contents
  } catch (cause) {
    rmSync(unfinished, { force: true })
    throw cause
  }
}

export function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
