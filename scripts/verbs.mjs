import { join } from 'node:path'
import { packageApp } from '../packaging/package-app.mjs'
import { testPackage } from '../packaging/test-package.mjs'
import { ensureBuilt, electronVite } from './build.mjs'
import { run } from './child.mjs'
import { hasDisplay } from './display.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { refuse } from './step.mjs'
import { howToGetDisplay } from './system-packages.mjs'
import { playwrightTest, runTests } from './test-run.mjs'
import { prepareElectron, windowEnv, withWindows } from './window.mjs'

/** @typedef {(root: string, args: readonly string[]) => Promise<number>} Verb */

/** What `npm run <verb>` does; every one installs what it needs first. @type {Readonly<Record<string, Verb>>} */
const VERBS = {
  start,
  dev,
  test: runTests,
  e2e,
  bench,
  emulator,
  screenshots,
  package: packageApp,
  'test:package': testPackage,
  'test:security': testSecurity,
}

/** Runs one verb to its exit code.
 * @param {string} root the work tree
 * @param {readonly string[]} commandLine the verb and its arguments
 * @returns {Promise<number>} */
export async function runVerb(root, [name = '', ...args]) {
  const verb = VERBS[name]
  if (verb === undefined) refuse(`Usage: node scripts/run.mjs ${Object.keys(VERBS).join('|')} [arguments]`)
  return verb(root, args[0] === '--' ? args.slice(1) : args)
}

/** @type {Verb} */
async function start(root, args) {
  await ensureNodeModules(root)
  const { electron, flags } = await prepareElectron(root, { unattended: false })
  await ensureBuilt(root)
  requireDisplay('npm start')
  return run(electron, [root, ...flags, ...args], { env: windowEnv() })
}

/** @type {Verb} */
async function dev(root, args) {
  await ensureNodeModules(root)
  const { electron, flags } = await prepareElectron(root, { unattended: false })
  requireDisplay('npm run dev')
  const env = {
    ...windowEnv(),
    ELECTRON_EXEC_PATH: electron,
    ...(flags.includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}),
  }
  return run(process.execPath, [electronVite(root), 'dev', ...args], { cwd: root, env })
}

/** @type {Verb} */
async function e2e(root, args) {
  return withBuiltApp(root, (env) => run(process.execPath, playwrightTest(root, args), { cwd: root, env }))
}

/** @type {Verb} */
async function testSecurity(root, args) {
  const reporter = `--reporter=${join(root, 'e2e', 'verdict-reporter.ts')}`
  return e2e(root, ['security', 'sandbox', 'pictures', reporter, ...args])
}

/** @type {Verb} */
async function bench(root, args) {
  return withBuiltApp(root, (env) => run(process.execPath, tsx('bench/run.ts', args), { cwd: root, env }))
}

/** @type {Verb} */
async function screenshots(root, args) {
  return withBuiltApp(root, (env) =>
    run(process.execPath, tsx('screenshots/run.ts', args), { cwd: root, env }),
  )
}

/** @type {Verb} */
async function emulator(root, args) {
  await ensureNodeModules(root)
  return run(process.execPath, tsx('emulators/run.ts', args), { cwd: root })
}

/**
 * @param {string} root
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} work */
async function withBuiltApp(root, work) {
  await ensureNodeModules(root)
  const electron = await prepareElectron(root, { unattended: true })
  await ensureBuilt(root)
  return withWindows(electron, work)
}

/**
 * @param {string} script
 * @param {readonly string[]} args */
function tsx(script, args) {
  return ['--import', 'tsx', script, ...args]
}

/** @param {string} command which wanted to open a window */
function requireDisplay(command) {
  if (hasDisplay(process.env)) return
  refuse(`There is no display to open a window on. With an invisible one:\n  ${howToGetDisplay(command)}`)
}
