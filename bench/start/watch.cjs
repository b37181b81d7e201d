// Required by Electron before the app (`electron -r`): notes when what happens, says it as one line, and quits.
const { app } = require('electron')
const { pathToFileURL } = require('node:url')

const PROVIDER_FILE = process.env['NAGARE_BENCH_IMPORT']

const askedAt = performance.now()
let importMs = Number.NaN
let windowAt = Number.NaN

// The last thing that the app's main file does is to ask for it.
const requestLock = app.requestSingleInstanceLock.bind(app)
app.requestSingleInstanceLock = (data) => {
  importMs = performance.now() - askedAt
  return requestLock(data)
}

app.on('browser-window-created', (_, window) => {
  window.once('show', () => (windowAt = Date.now()))
  window.webContents.once('dom-ready', () => void finish(window))
})

/** @param {import('electron').BrowserWindow} window */
async function finish({ webContents }) {
  await webContents.executeJavaScript(FOCUSED)
  webContents.sendInputEvent({ type: 'char', keyCode: 'x' })
  await webContents.executeJavaScript(SENDABLE)
  const usableAt = Date.now()
  const providerMs = PROVIDER_FILE === undefined ? undefined : await timeImport(PROVIDER_FILE)
  process.stdout.write(`\nNAGARE_BENCH ${JSON.stringify({ windowAt, usableAt, importMs, providerMs })}\n`)
  app.exit(0)
}

/** @param {string} file */
async function timeImport(file) {
  const startedAt = performance.now()
  await import(pathToFileURL(file).href)
  return performance.now() - startedAt
}

/** @param {string} condition */
function whenever(condition) {
  return `new Promise((resolve) => {
    const look = () => (${condition} ? resolve() : requestAnimationFrame(look))
    look()
  })`
}

const FOCUSED = whenever(`document.activeElement?.matches('[data-composer]')`)
/** What was typed is there, and there is a model to send it to. */
const SENDABLE = whenever(`document.querySelector('form button:not([type]):enabled') !== null`)
