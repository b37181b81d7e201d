import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { EXFILTRATION_TEXTS } from '../src/renderer/src/markdown/testing/exfiltration-texts'
import { BETWEEN, toHostileDocument } from '../src/renderer/src/markdown/testing/hostile-document'
import { HOSTILE_TEXTS } from '../src/renderer/src/markdown/testing/hostile-texts'
import { chooseInMenu, openFrom, saveTo } from './dialogs'
import { test } from './fixtures'
import { attempts, findForeign, watchAttempts } from './foreign'
import { seedConversation } from './seed-conversation'
import { startStranger } from './stranger'

const ATTACKS = [...new Set([...EXFILTRATION_TEXTS, ...HOSTILE_TEXTS])]
const REPLY = `${toHostileDocument(ATTACKS)}\n\nThat was all.`

test('files: attacks that are kept, exported and imported', async ({ launch, userData }) => {
  test.slow()
  seedConversation(userData, [{ prompt: 'Attack <script>window.ran=1</script>', reply: REPLY }])
  const stranger = await startStranger()
  const app = await launch({
    args: [`--proxy-server=${stranger.origin.slice('http://'.length)}`, '--proxy-bypass-list=<-loopback>'],
  })
  const page = await app.firstWindow()
  // Whether an Ollama runs on this computer is asked by the app itself.
  const heard = () => stranger.heard.filter((url) => url !== 'http://127.0.0.1:11434/api/tags')

  for (const when of ['read from the disk', 'again after a reload']) {
    await test.step(`${ATTACKS.length} payloads in an answer, ${when}`, async () => {
      if (when !== 'read from the disk') await page.reload()
      await watchAttempts(app, page)
      await expect(page.getByRole('log').getByText('That was all.')).toBeVisible()
      expect.soft(await foreignIn(page)).toEqual([])
      // None stands in the code of another.
      const ended = page.locator('[data-reply-text]').getByText(BETWEEN, { exact: true })
      expect.soft(await ended.count()).toBe(ATTACKS.length)
      expect.soft(await page.evaluate(() => 'ran' in window || 'hacked' in window)).toBe(false)
      expect.soft(await attempts(app, page)).toEqual([])
      expect.soft(heard()).toEqual([])
    })
  }

  await test.step('the same in an export as HTML, opened where scripts may run', async () => {
    const file = join(userData, 'attack.html')
    await saveTo(app, file)
    await chooseInMenu(app, 'Export…')
    const panel = page.getByRole('dialog', { name: 'Settings' })
    await panel.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'HTML' })
    await panel.getByRole('button', { name: 'Export…' }).press('Enter')
    await expect(panel.getByRole('status')).toHaveText('Saved as attack.html.', { timeout: 60_000 })
    const seen = await openExport(app, file)
    expect.soft(seen).toMatchObject({ hasRun: false, scripts: 0, frames: 0, refreshes: 0, handlers: [] })
    expect.soft(seen.words).toContain('Attack <script>window.ran=1</script>')
    expect.soft(seen.words).toContain('That was all.')
    expect.soft(heard()).toEqual([])
  })

  for (const { attack, lines, problems } of HOSTILE_FILES) {
    await test.step(`an import ${attack}`, async () => {
      const file = join(userData, 'hostile.jsonl')
      writeFileSync(file, [HEAD, ...lines, '{"type":"end"}', ''].join('\n'))
      await openFrom(app, file)
      const panel = page.getByRole('dialog', { name: 'Settings' })
      await panel.getByRole('button', { name: 'Choose a file…' }).press('Enter')
      const add = panel.getByRole('button', { name: 'Add to my conversations' })
      await expect(panel.getByText(problems)).toBeVisible({ timeout: 60_000 })
      if (await add.isVisible()) {
        await add.press('Enter')
        await expect(panel.getByRole('status')).toHaveText('Added.', { timeout: 60_000 })
      }
      expect.soft(await app.evaluate(() => 'polluted' in {})).toBe(false)
      expect.soft(await page.evaluate(() => 'polluted' in {})).toBe(false)
    })
  }
  await page.keyboard.press('Escape')
  for (const title of ['Polluted', 'WWW']) {
    await test.step(`what was imported is opened: ${title}`, async () => {
      await page.getByRole('treeitem', { name: title }).click()
      await expect(page.getByRole('log').getByText(title === 'WWW' ? 'x x x' : 'Hm')).toBeVisible()
      expect.soft(await foreignIn(page)).toEqual([])
      expect.soft(heard()).toEqual([])
    })
  }
  expect(existsSync(join(userData, '..', '..', 'escaped.db'))).toBe(false)
  stranger.close()
})

const HEAD = JSON.stringify({ type: 'export', format: 'nagare-export', version: 1 })

interface HostileFile {
  readonly attack: string
  readonly lines: readonly string[]
  /** What the app then says of it. */
  readonly problems: RegExp
}

/** A conversation of one prompt, with what makes it hostile in place of what it has. */
function conversation(title: string, message: object = {}): readonly string[] {
  const [id, leafId] = [randomUUID(), randomUUID()]
  const times = { createdAt: 1, updatedAt: 1 }
  return [
    JSON.stringify({ type: 'conversation', id, title, leafId, ...times }),
    JSON.stringify({
      ...{ type: 'message', id: leafId, conversationId: id, parentId: null, role: 'user' },
      ...{ text: 'Hm', createdAt: 1, ...message },
    }),
  ]
}

const polluting = (line: string): string =>
  line.replace(/^\{/, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')

const HOSTILE_FILES: readonly HostileFile[] = [
  {
    attack: 'with a prototype in every line',
    lines: conversation('Polluted').map(polluting),
    problems: /^1 new conversation, 1 new message\.$/,
  },
  {
    attack: 'whose ids are paths',
    lines: conversation('Paths', { id: '../../escaped.db' }).map((line) =>
      line.replace(/"id":"[^"]*"/, '"id":"../../escaped.db"'),
    ),
    problems: /^2 things could not be taken over$/,
  },
  {
    attack: 'with a title and a message of millions of characters',
    lines: conversation('W'.repeat(3_000_000), { text: `${'x '.repeat(2_000_000)}<script>` }),
    problems: /^1 new conversation, 1 new message\.$/,
  },
  {
    attack: 'with a reply whose details are nested 100,000 deep',
    lines: conversation('Deep', {
      ...{ role: 'assistant', modelId: 'demo/flow', endedAt: 1 },
      ...{ progress: { status: 'ended', reason: 'complete' }, details: { deep: 'HERE' } },
    }).map((line) => line.replace('"HERE"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
    problems: /^1 new conversation, no new message\.$/,
  },
]

/** What stands on the page that no text may bring. */
async function foreignIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(${String(findForeign)})(document.querySelector('main'))`)
}

/** In a window of its own, as a browser would, with the way out that everything here has. */
function openExport(app: ElectronApplication, file: string) {
  return app.evaluate(async ({ BrowserWindow }, path) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadFile(path)
    const look = `({
      words: document.body.innerText,
      hasRun: 'ran' in window || 'hacked' in window,
      scripts: document.scripts.length,
      frames: document.querySelectorAll('iframe, frame, object, embed, base, link').length,
      refreshes: document.querySelectorAll('meta[http-equiv=refresh i]').length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => /^on|^srcdoc$|^formaction$/i.test(name))),
    })`
    const seen = (await window.webContents.executeJavaScript(look)) as {
      words: string
      hasRun: boolean
      scripts: number
      frames: number
      refreshes: number
      handlers: string[]
    }
    window.destroy()
    return seen
  }, file)
}
