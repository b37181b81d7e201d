import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { type ElectronApplication, expect } from '@playwright/test'
import Database from 'libsql'

import { serviceDisabled } from '../emulators/vertex/google-errors'
import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

const PROMPT = 'A very private prompt'
const KEY = 'correct-horse-battery-staple'

/** The lines of the log. */
function readLog(userData: string): readonly string[] {
  return readFileSync(join(userData, 'logs', 'nagare.log'), 'utf8')
    .trimEnd()
    .split('\n')
}

test('logs how it started and what failed, without a word of the prompt or the key', async ({
  launch,
  emulator,
  userData,
}) => {
  const env = vertexEnv(emulator)
  const app = await launch({ env: { ...env, GOOGLE_API_KEY: KEY } })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  emulator.script({ chunks: [], fault: { kind: 'status', status: 403, body: serviceDisabled() } })
  await page.getByRole('textbox', { name: 'Message' }).fill(PROMPT)
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.evaluate((said) => void Promise.reject(new TypeError(said)), PROMPT)
  await expect.poll(() => readLog(userData)).toHaveLength(3)
  const lines = readLog(userData)
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'info', scope: 'app', message: 'Started' },
    { level: 'warn', scope: 'reply', fields: { provider: 'vertex', reason: 'api-disabled', status: 403 } },
    { level: 'error', scope: 'page', fields: { place: 'promise', kind: 'TypeError' } },
  ])

  await page.keyboard.press('Control+,')
  await page.getByRole('dialog').getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Show diagnostics' }).click()
  const shown = await page.getByRole('region', { name: 'What will be copied' }).innerText()
  for (const said of ['- vertex: 1', '- Electron: ', '"reason":"api-disabled"']) expect(shown).toContain(said)
  await page.getByRole('button', { name: 'Copy diagnostics' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  for (const place of [shown, await app.evaluate(({ clipboard }) => clipboard.readText()), lines.join('')]) {
    expect(place).toContain('"reason":"api-disabled"')
    for (const secret of [PROMPT, KEY, emulator.origin, homedir()]) expect(place).not.toContain(secret)
  }

  await app.close()
  expect(JSON.parse(readLog(userData).at(-1) ?? '')).toMatchObject({ scope: 'app', message: 'Ended' })
})

/** Long enough to be still coming when the window is back. */
const ANSWER = Array.from({ length: 400 }, (_, index) => `word${index} `)
  .join('')
  .trimEnd()
const DRAFT = 'Half a thought'

/** Read by main, since Playwright's hold on a page ends with its process. */
function inWindow<Value>(app: ElectronApplication, script: string): Promise<Value | undefined> {
  return app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<Value>,
    script,
  )
}

const readDraft = (app: ElectronApplication) =>
  inWindow<string>(app, "document.querySelector('[data-composer]')?.value ?? ''")
const readReply = (app: ElectronApplication) =>
  inWindow<string>(app, "[...document.querySelectorAll('[data-flowing]')].at(-1)?.innerText ?? ''")
const readPid = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())

test('comes back from a crash and from a window that does not respond, with the draft and the running reply', async ({
  launch,
  emulator,
  userData,
}) => {
  emulator.script(textReply(ANSWER, { charsPerChunk: 8, delayMs: 30 }))
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  await page.getByRole('textbox', { name: 'Message' }).fill('Count')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await page.getByRole('textbox', { name: 'Message' }).fill(DRAFT)
  await expect.poll(() => readKeptDraft(userData)).toBe(DRAFT)

  const first = await readPid(app)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(() => readPid(app)).not.toBe(first)
  await expect.poll(() => readDraft(app)).toBe(DRAFT)
  const second = await readPid(app)

  const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    void contents?.executeJavaScript('for (;;) {}').catch(() => undefined)
    return new Promise<readonly string[]>((resolve) => {
      dialog.showMessageBox = (...options: readonly unknown[]) => {
        const { buttons = [] } = options.at(-1) as Electron.MessageBoxOptions
        resolve(buttons)
        return Promise.resolve({ response: 1, checkboxChecked: false })
      }
      // Chromium would say so after half a minute.
      contents?.emit('unresponsive')
    })
  })
  expect(asked).toEqual(['Wait', 'Load again'])
  await expect.poll(() => readPid(app)).not.toBe(second)
  await expect.poll(() => readDraft(app)).toBe(DRAFT)

  await expect.poll(() => readReply(app), { timeout: 30_000 }).toBe(ANSWER)
  expect(emulator.requests.filter(({ path }) => path.includes(':streamGenerateContent'))).toHaveLength(1)
  const told = readLog(userData).map((line) => (JSON.parse(line) as { readonly message: string }).message)
  expect(told).toEqual(['Started', 'A window crashed', 'A window does not respond', 'A window crashed'])
  const files = readdirSync(userData, { recursive: true, encoding: 'utf8' })
  expect(files).toContain('conversations.db')
  expect(files.filter((file) => file.endsWith('.dmp'))).toEqual([])
})

test('asks before it loads a window again that keeps crashing, and closes it if the reader wants that', async ({
  launch,
  userData,
}) => {
  const app = await launch()
  await (await app.firstWindow()).getByRole('textbox', { name: 'Message' }).fill(DRAFT)
  await expect.poll(() => readKeptDraft(userData)).toBe(DRAFT)
  await app.evaluate(({ dialog }) => {
    const questions: Question[] = []
    Object.assign(globalThis, { questions })
    dialog.showMessageBox = (...options: readonly unknown[]) => {
      const { buttons = [] } = options.at(-1) as Electron.MessageBoxOptions
      return new Promise((resolve) =>
        questions.push({ buttons, answer: (response) => resolve({ response, checkboxChecked: false }) }),
      )
    }
  })

  const first = await readPid(app)
  await crash(app)
  await expect.poll(() => readPid(app)).not.toBe(first)
  await expect.poll(() => readDraft(app)).toBe(DRAFT)
  expect(await readQuestions(app)).toEqual([])

  await crashUntilAsked(app, 1)
  await answerQuestion(app, 0)
  await expect.poll(() => readDraft(app)).toBe(DRAFT)

  await crashUntilAsked(app, 2)
  expect(await readQuestions(app)).toEqual([
    ['Load again', 'Close'],
    ['Load again', 'Close'],
  ])
  const ended = app.waitForEvent('close')
  await answerQuestion(app, 1)
  await ended
})

test('notes a child process that is gone, and goes on', async ({ launch, userData }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await app.evaluate(({ app: electron }) => {
    const child = electron.getAppMetrics().find(({ serviceName }) => serviceName?.includes('NetworkService'))
    if (child !== undefined) process.kill(child.pid, 'SIGKILL')
  })
  const noted = () =>
    readLog(userData)
      .map((line) => JSON.parse(line) as { readonly message: string })
      .filter(({ message }) => message === 'A child process crashed')
  await expect.poll(noted).toMatchObject([
    {
      ...{ level: 'warn', scope: 'process' },
      fields: {
        type: 'Utility',
        reason: 'killed',
        serviceName: expect.stringContaining('Network') as unknown,
      },
    },
  ])
  await page.getByRole('textbox', { name: 'Message' }).fill('Are you there?')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect(page.getByRole('log').getByText('Are you there?')).toBeVisible()
  await page.getByRole('button', { name: 'Send' }).waitFor()
})

interface Question {
  readonly buttons: readonly string[]
  readonly answer: (response: number) => void
}

function crash(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
}

/** Two crashes count as one after the other within seconds, which a busy computer may need for one. */
async function crashUntilAsked(app: ElectronApplication, count: number): Promise<void> {
  const crashed = async (): Promise<number> => {
    await crash(app)
    return (await readQuestions(app)).length
  }
  await expect.poll(crashed).toBe(count)
}

function readQuestions(app: ElectronApplication): Promise<readonly (readonly string[])[]> {
  return app.evaluate(() =>
    (globalThis as unknown as { questions: Question[] }).questions.map(({ buttons }) => buttons),
  )
}

function answerQuestion(app: ElectronApplication, response: number): Promise<void> {
  return app.evaluate(
    (_, chosen) => (globalThis as unknown as { questions: Question[] }).questions.at(-1)?.answer(chosen),
    response,
  )
}

function readKeptDraft(userData: string): string | undefined {
  const database = new Database(join(userData, 'conversations.db'), { readonly: true })
  try {
    const [row] = database.prepare('SELECT text FROM drafts').all() as { readonly text: string }[]
    return row?.text
  } finally {
    database.close()
  }
}
