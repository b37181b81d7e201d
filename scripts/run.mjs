import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuseOldNode } from './node-version.mjs'

const tooOld = refuseOldNode(process.versions.node)
if (tooOld === undefined) {
  process.exitCode = await runCommandLine()
} else {
  console.error(tooOld)
  process.exitCode = 1
}

async function runCommandLine() {
  // Imported only now: these files may use what an old Node does not know.
  const { forwardSignals, interruptedCode } = await import('./child.mjs')
  const { isRefusal, say } = await import('./step.mjs')
  const { runVerb } = await import('./verbs.mjs')
  forwardSignals()
  try {
    const root = dirname(dirname(fileURLToPath(import.meta.url)))
    const code = await runVerb(root, process.argv.slice(2))
    return interruptedCode() || code
  } catch (error) {
    if (!isRefusal(error)) throw error
    say(error.message)
    return interruptedCode() || 1
  }
}
