import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from '@playwright/test'

import { startInstalledApp } from '../packaging/testing/installed-app'
import { test } from './fixtures'
import { layOutPackage } from './packaged-app'
import { startStranger } from './stranger'

test.skip(process.platform !== 'linux', 'A package of another system cannot be laid out so simply.')

test('a package: what leads a build from source elsewhere, or lets a debugger in', async ({ userData }) => {
  const stranger = await startStranger({ '/index.html': 'A stranger' })
  const env = {
    PATH: process.env['PATH'],
    DISPLAY: process.env['DISPLAY'],
    HOME: userData,
    LANGUAGE: 'en-US',
    ELECTRON_RENDERER_URL: stranger.origin,
  }
  const flags = (process.env['NAGARE_ELECTRON_ARGS'] ?? '').split(' ').filter((flag) => flag !== '')
  const argsIn = (folder: string) => [`--user-data-dir=${join(userData, folder)}`, '--lang=en-US', ...flags]

  await test.step('a variable that names another page', async () => {
    const program = layOutPackage(join(userData, 'tested'), { isRelease: false })
    const { page, close } = await startInstalledApp(program, argsIn('tested-data'), env)
    // Playwright, let in as the window opens, may take the address before this one for the last, and ask while it changes.
    const address = () => page.evaluate(() => location.href).catch(() => '')
    await expect.poll(address).toBe('app://nagare/index.html')
    expect.soft(stranger.heard).toEqual([])
    await close()
  })

  await test.step('a release that is asked to let a debugger in', async () => {
    const program = layOutPackage(join(userData, 'release'), { isRelease: true })
    const data = join(userData, 'release-data')
    mkdirSync(data)
    const child = spawn(
      program,
      ['--remote-debugging-port=0', '--remote-allow-origins=*', ...argsIn('release-data')],
      {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let said = ''
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    const hasEnded = new Promise((resolve) => child.once('exit', resolve))
    try {
      // Chromium opens its port, and writes down which, before the app reads its conversations.
      await expect.poll(() => existsSync(join(data, 'conversations.db')), { timeout: 60_000 }).toBe(true)
      expect.soft(said).not.toContain('DevTools listening')
      expect.soft(existsSync(join(data, 'DevToolsActivePort'))).toBe(false)
    } finally {
      child.kill('SIGTERM')
      await hasEnded
    }
  })
  stranger.close()
})
