import { join } from 'node:path'
import { run } from '../scripts/child.mjs'
import { refuse } from '../scripts/step.mjs'
import { prepareElectron, withWindows } from '../scripts/window.mjs'
import { packageApp } from './package-app.mjs'

/** Builds the deb, installs it, talks to the installed app, and takes it away again. Changes the system, so it runs apart
 * from `npm test`, and as root alone.
 * @param {string} root
 * @param {readonly string[]} args of Playwright
 * @returns {Promise<number>} the exit code */
export async function testPackage(root, args) {
  if (process.platform !== 'linux') refuse('This test installs a deb, so it needs Debian or Ubuntu.')
  if (process.getuid?.() !== 0) refuse('Only root may install a package: sudo npm run test:package')
  const code = await packageApp(root, ['dir', 'deb'])
  if (code !== 0) return code
  const electron = await prepareElectron(root, { unattended: true })
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const config = join(root, 'packaging', 'testing', 'playwright.config.ts')
  return withWindows(electron, (env) =>
    run(process.execPath, [cli, 'test', '--config', config, ...args], { cwd: root, env }),
  )
}
