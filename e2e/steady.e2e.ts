import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { watchWords } from './steady-probe'

const PROSE = [
  'An extraordinarily **incomprehensible** sentence with `inline_code(argument)` and [a considerable link](https://example.com/page), then *italicised considerations*, goes on beyond the edge of its line.',
  '## A heading that is so considerable that it needs more than a single line of this narrow window',
  '野球は「二つのチーム」が、攻撃と守備を交互に行い、得点を競います。**流れ**を見る人は、いつも同じ場所に立っている、と言った。',
  '- the pitcher throws unbelievably quickly, and *nobody* understands how that is possible\n- 打者は待つ。捕手は受ける。そして、もう一度',
  '| Name | Description | 値段 |\n|:--|---|--:|\n| Tokyo | The capital | ¥1 |\n| Constantinople-on-the-Bosphorus | A village in Wales with an extraordinarily long name that needs several lines | ¥1,234,567 |\n| **Kyoto** | `inline_code_that_is_long()` and more of it | ¥20 |',
  '> Somebody said, with considerable **understatement**, that everything flows and that the bridge remains.',
  '```ts\nconst outs = 3\nfor (const inning of innings) play(inning, outs)\n```',
]

/** Twice, for a word stands elsewhere on its line then. */
const TEXT = [...PROSE, 'And again, so that every line ends elsewhere.', ...PROSE, 'The end.'].join('\n\n')

for (const charsPerChunk of [5, 40]) {
  test(`no word that is shown moves sideways, with ${charsPerChunk} characters in a chunk`, async ({
    launch,
    emulator,
  }) => {
    const app = await launch({ env: vertexEnv(emulator) })
    const page = await app.firstWindow()
    await chooseModel(page, 'Gemini 3.5 Flash')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(720, 640))
    // Slow until enough frames were seen, however long a slow computer needs for one.
    let areSeen = false
    const delayMs = () => charsPerChunk * (areSeen ? 3 : 12)
    emulator.script(textReply(TEXT, { charsPerChunk, delayMs }))
    await page.getByRole('textbox', { name: 'Message' }).fill('What is baseball?')
    await watchWords(page)
    await page.getByRole('textbox', { name: 'Message' }).press('Enter')
    const seen = () => page.evaluate(() => window.steadyProbe.frames)
    await expect.poll(seen, { timeout: 60_000 }).toBeGreaterThan(20)
    areSeen = true
    await expect(page.locator('[data-flowing="false"]')).toContainText('The end.', { timeout: 60_000 })
    const { moves, words } = await page.evaluate(() => window.steadyProbe)
    expect(moves).toEqual([])
    expect(words).toBeGreaterThan(300)
  })
}
