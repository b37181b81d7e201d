import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { watchWords } from './steady-probe'
import { pausesOf, watchArrivals } from './visible-text'

const PROSE = [
  'An extraordinarily **incomprehensible** sentence with `inline_code(argument)` and [a considerable link](https://example.com/page), then *italicised considerations*, goes on beyond the edge of its line.',
  '## A heading that is so considerable that it needs more than a single line of this narrow window',
  '野球は「二つのチーム」が、攻撃と守備を交互に行い、得点を競います。**流れ**を見る人は、いつも同じ場所に立っている、と言った。',
  '- the pitcher throws unbelievably quickly, and *nobody* understands how that is possible\n- 打者は待つ。捕手は受ける。そして、もう一度',
  '| Name | Description | 値段 |\n|:--|---|--:|\n| Tokyo | The capital | ¥1 |\n| Constantinople-on-the-Bosphorus | A village in Wales with an extraordinarily long name that needs several lines | ¥1,234,567 |\n| **Kyoto** | `inline_code_that_is_long()` and more of it | ¥20 |',
  '> Somebody said, with considerable **understatement**, that everything flows and that the bridge remains.',
  '```ts\nconst outs = 3\nfor (const inning of innings) play(inning, outs)\n```',
]

const AGAIN = 'And again, so that every line ends elsewhere.'
/** Three times: a word stands elsewhere on its line then, and a slow computer draws frames enough. */
const TEXT = [...PROSE, AGAIN, ...PROSE, `${AGAIN} ${AGAIN}`, ...PROSE, 'The end.'].join('\n\n')

/** A word whose end does not come for so long is begun without it, and may go to the next line when it comes. */
const PAUSE_MS = 100
/** Until what came after a pause is shown. */
const SHOWN_WITHIN_MS = 500

for (const charsPerChunk of [5, 40]) {
  test(`no word that is shown moves sideways, with ${charsPerChunk} characters in a chunk`, async ({
    launch,
    emulator,
  }) => {
    const app = await launch({ env: vertexEnv(emulator) })
    const page = await app.firstWindow()
    await chooseModel(page, 'Gemini 3.5 Flash')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(720, 640))
    emulator.script(textReply(TEXT, { charsPerChunk, delayMs: charsPerChunk * 3 }))
    await page.getByRole('textbox', { name: 'Message' }).fill('What is baseball?')
    await watchWords(page)
    await watchArrivals(page)
    await page.getByRole('textbox', { name: 'Message' }).press('Enter')
    await expect(page.locator('[data-flowing="false"]')).toContainText('The end.', { timeout: 60_000 })
    const { moves, frames, words } = await page.evaluate(() => window.steadyProbe)
    // Chunks come every 15 ms here, or every 120 ms: a longer pause is the machine's.
    const pauses = await pausesOf(page, charsPerChunk * 3 + PAUSE_MS)
    const isAfterPause = (at: number) => pauses.some(({ end }) => Math.abs(at - end) <= SHOWN_WITHIN_MS)
    expect(moves.filter(({ at }) => !isAfterPause(at))).toEqual([])
    expect(frames).toBeGreaterThan(20)
    expect(words).toBeGreaterThan(300)
  })
}
