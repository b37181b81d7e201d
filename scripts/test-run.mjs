import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { capture, run } from './child.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { npm } from './programs.mjs'
import { isRefusal, say, step } from './step.mjs'
import { readPlaywrightCounts, readVitestCounts } from './test-report.mjs'
import { runStages } from './test-stages.mjs'
import { prepareElectron, withWindows } from './window.mjs'

/** @typedef {import('./test-stages.mjs').StageOutcome} StageOutcome */

/** The scripts that run before the tests; with `unit` they are what `npm run check` runs. */
export const CHECKS = ['typecheck', 'lint', 'format', 'spell']

/** Installs what is missing, runs every check and every test, and ends with the one line that sums the tests.
 * @param {string} root
 * @returns {Promise<number>} the exit code */
export async function runTests(root) {
  const reports = await mkdtemp(join(tmpdir(), 'nagare-test-'))
  try {
    const { failures, closingLine, exitCode } = await runStages(planStages(root, reports))
    failures.forEach(say)
    process.stdout.write(`${closingLine}\n`)
    return exitCode
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
}

/** The command line of Playwright's runner on the end-to-end tests.
 * @param {string} root
 * @param {readonly string[]} args */
export function playwrightTest(root, args) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  return [cli, 'test', '--config', join(root, 'e2e', 'playwright.config.ts'), ...args]
}

/**
 * @param {string} root
 * @param {string} reports a folder for the runners' reports
 * @returns {import('./test-stages.mjs').Stage[]} */
function planStages(root, reports) {
  const unit = join(reports, 'unit.json')
  const e2e = join(reports, 'e2e.json')
  /** @type {import('./window.mjs').ElectronStart | undefined} */
  let start
  const setUp = async () => {
    await ensureNodeModules(root)
    start = await prepareElectron(root, { unattended: true })
  }
  return [
    { name: 'set-up', gates: true, run: () => attempt(setUp) },
    ...CHECKS.map((name) => ({ name, gates: true, run: () => check(root, name) })),
    {
      name: 'unit tests',
      run: async () => {
        say('▸ Unit tests (vitest)')
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]
        const code = await run(...npm(['run', '--silent', 'unit', '--', ...reporters]), { cwd: root })
        return judgeSuite(code, readVitestCounts(await readReport(unit)))
      },
    },
    { name: 'build', gates: true, run: () => attempt(() => ensureBuilt(root)) },
    {
      name: 'end-to-end tests',
      run: async () => {
        if (start === undefined) return { ok: false }
        return withWindows(start, async (env) => {
          say('▸ End-to-end tests (Playwright, in Electron)')
          const code = await run(
            process.execPath,
            playwrightTest(root, ['--reporter=list,json,e2e/page-reporter.ts']),
            {
              cwd: root,
              env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2e },
            },
          )
          return judgeSuite(code, readPlaywrightCounts(await readReport(e2e)))
        })
      },
    },
  ]
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<StageOutcome>} */
async function check(root, name) {
  const [command, args] = npm(['run', '--silent', name])
  const { code, output } = await step(`Checking: ${name}`, () => capture(command, args, { cwd: root }))
  if (code !== 0) say(output.trim())
  return { ok: code === 0 }
}

/** A suite without a report has failed, whatever its exit code says.
 * @param {number} code
 * @param {import('./test-report.mjs').Counts | undefined} counts
 * @returns {StageOutcome} */
export function judgeSuite(code, counts) {
  if (counts === undefined) return { ok: false, why: 'it wrote no report of its tests' }
  return { ok: code === 0, counts }
}

/**
 * @param {() => Promise<void>} work
 * @returns {Promise<StageOutcome>} */
async function attempt(work) {
  try {
    await work()
    return { ok: true }
  } catch (error) {
    if (isRefusal(error)) return { ok: false, why: error.message }
    throw error
  }
}

/** @param {string} file
 * @returns {Promise<unknown>} undefined when there is no whole report */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
