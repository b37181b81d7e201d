import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCommandLine } from './command-line.mjs'

// A runtime taken from a packaged application lacks Electron's default_app, so `electron <folder>` opens nothing.
// This does for our tests what default_app does: it becomes the application in that folder.

/** @typedef {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} UndocumentedApp */

/** @param {string} folder */
async function becomeApp(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = about.productName ?? about.name
  const self = /** @type {UndocumentedApp} */ (app)
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
  app.setName(name)
  if (about.version !== undefined) self.setVersion(about.version)
  // Electron has put userData where the switch says by now, but would name it after the launcher without one.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), name))
  self.setAppPath(folder)
  await import(pathToFileURL(resolve(folder, about.main ?? 'index.js')).href)
}

const { folder, preloads } = readCommandLine(process.argv, process.cwd())
try {
  if (folder === undefined) throw new Error('Usage: electron <app folder> [arguments]')
  preloads.forEach(createRequire(import.meta.url))
  // Awaited, because `ready` waits for this module: an app must be able to register its schemes before it.
  await becomeApp(folder)
} catch (error) {
  console.error(error)
  app.exit(1)
}
