import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

import { type Browser, chromium, errors, type Page } from '@playwright/test'

export interface InstalledApp {
  readonly page: Page
  /** Quits it as closing its last window does, and waits for its end. */
  readonly close: () => Promise<void>
}

/**
 * Starts a packaged app and looks into its window. Its fuses keep every debugger out of main, so the window is reached
 * through Chromium's own port, which only who starts the app can open.
 */
export async function startInstalledApp(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<InstalledApp> {
  const child = spawn(program, ['--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const browser = await readAddress(child)
    .then((address) => connect(address))
    .catch((cause: unknown) => {
      child.kill('SIGKILL')
      throw cause
    })
  const page = await firstPage(browser)
  return {
    page,
    close: async () => {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      await browser.close()
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Playwright, let in as the window opens, may wait for ever for an answer that was given. It is let in anew then. */
async function connect(address: string, attempts = 3): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 20_000 })
  } catch (cause) {
    if (attempts === 1 || !(cause instanceof errors.TimeoutError)) throw cause
    return connect(address, attempts - 1)
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    createInterface({ input: child.stderr! }).on('line', (line) => {
      said += `${line}\n`
      const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (address !== undefined) resolve(address)
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`The app ended with ${code} before its window was there:\n${said}`)),
    )
  })
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The app has no session to look into.')
  return context.pages()[0] ?? (await context.waitForEvent('page'))
}
