import { writeSync } from 'node:fs'

import { runs } from '../jobs'

/** Runs as a process of its own, to be killed: says when the work begins, and when it is done. */
const [name = '', input = ''] = process.argv.slice(2)
const said = new Set<string>()

function say(word: string): void {
  if (said.has(word)) return
  said.add(word)
  // At once, not through a stream: a kill must not find it in a buffer of ours.
  writeSync(1, `${word}\n`)
}

const run = runs[name as keyof typeof runs] as (input: unknown, parts: object) => unknown
say('begun')
await run(JSON.parse(input), { isCancelled: () => false, onProgress: () => say('under way') })
say('done')
