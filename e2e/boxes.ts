import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { LaunchOptions } from './launch-app'

/** What a native box said and offered. */
export interface AskedBox {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

/** Native boxes cannot be pressed by a test, and some come before any window: they are answered from a list. */
export interface Boxes {
  /** Started with these, the app is answered. */
  readonly launch: Pick<LaunchOptions, 'before' | 'env'>
  /** Labels of buttons, and files to open, in the order in which they are asked for. */
  answer(...answers: readonly string[]): void
  /** Every box since the last call. */
  asked(): readonly AskedBox[]
}

export function createBoxes(userData: string): Boxes {
  const folder = join(userData, 'boxes')
  const askedFile = join(folder, 'asked.jsonl')
  mkdirSync(folder)
  const answer: Boxes['answer'] = (...answers) =>
    writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers))
  answer()
  let heard = 0
  return {
    launch: { before: resolve('e2e/boxes.cjs'), env: { NAGARE_BOXES: folder } },
    answer,
    asked: () => {
      if (!existsSync(askedFile)) return []
      const lines = readFileSync(askedFile, 'utf8').split('\n').filter(Boolean).slice(heard)
      heard += lines.length
      return lines.map((line) => JSON.parse(line) as AskedBox)
    },
  }
}
