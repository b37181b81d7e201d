/* Main reads this before the app's own code: whatever the app asks in a native box is answered from a list, and noted. */
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const { app, dialog } = require('electron')

const folder = process.env.NAGARE_BOXES ?? ''
const answersFile = join(folder, 'answers.json')

function nextAnswer() {
  const [answer, ...others] = JSON.parse(readFileSync(answersFile, 'utf8'))
  writeFileSync(answersFile, JSON.stringify(others))
  return answer
}

/**
 * A label that is not there leaves the box, as Esc does.
 * @param {readonly any[]} args */
async function askBox(...args) {
  const { message, detail = '', buttons = [], cancelId = 0 } = args.at(-1)
  appendFileSync(join(folder, 'asked.jsonl'), `${JSON.stringify({ message, detail, buttons })}\n`)
  const response = buttons.indexOf(nextAnswer())
  return { response: response < 0 ? cancelId : response, checkboxChecked: false }
}

async function askFile() {
  return { canceled: false, filePaths: [nextAnswer()] }
}

Object.assign(dialog, { showMessageBox: askBox, showOpenDialog: askFile })

/** The switches by which a test holds the app are not for the one that follows it. */
const relaunch = app.relaunch.bind(app)
app.relaunch = () => relaunch({ args: process.argv.slice(1) })
