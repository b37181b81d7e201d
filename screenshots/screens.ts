import { expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import type { VertexEmulator } from '../emulators/vertex/vertex-emulator'

export type Language = 'en' | 'ja'

export interface Stage {
  readonly page: Page
  readonly emulator: VertexEmulator
  readonly language: Language
}

export interface Screen {
  /** The beginning of the file's name. */
  readonly name: string
  /** Brings the window there from wherever it is. */
  readonly open: (stage: Stage) => Promise<void>
}

/** Every screen that is photographed, in this order; the window opens with the document that has everything in it. */
export const SCREENS: readonly Screen[] = [
  { name: 'text', open: scrollTo(0) },
  { name: 'text-more', open: scrollTo(1) },
  { name: 'lists', open: scrollTo(2) },
  { name: 'code', open: scrollTo(3) },
  { name: 'tables', open: scrollTo(4) },
  { name: 'formulas', open: scrollTo(5) },
  { name: 'diagrams', open: scrollTo(6) },
  { name: 'images', open: scrollTo(7) },
  { name: 'alerts', open: scrollTo(8) },
  { name: 'empty', open: openNew },
  { name: 'streaming', open: stream },
  { name: 'inspector', open: inspect },
]

/** To a heading of the document: 0 is its title. */
function scrollTo(heading: number): Screen['open'] {
  return async ({ page }) => {
    await page
      .getByRole('log')
      .getByRole('heading')
      .nth(heading)
      .evaluate((element) => {
        ;(element as HTMLElement).style.scrollMarginTop = '2rem'
        element.scrollIntoView()
      })
  }
}

const WORDS = {
  en: {
    newConversation: 'New conversation',
    message: 'Message',
    inspector: 'Stream inspector',
    ask: 'What is baseball?',
  },
  ja: {
    newConversation: '新しい会話',
    message: 'メッセージ',
    inspector: 'ストリームインスペクター',
    ask: '野球とは？',
  },
} as const

const ANSWER = {
  en: `Baseball is a game between two teams of nine players, who take turns at **batting** and **fielding**.

1. The pitcher throws; the batter tries to hit.
2. A batter who reaches all four bases scores a *run*.
3. After three outs the teams change places.

| Part of the game | Length |
| :--------------- | -----: |
| At bat           | three strikes |
| Half-inning      | three outs |
| Game             | nine innings |

The oldest written rules are those of the Knickerbocker club, from 1845, and .400 is still the number that every`,
  ja: `野球は、九人ずつの二つのチームが、**攻撃**と**守備**を交互に行う競技です。

1. 投手が投げ、打者が打ちます。
2. 四つの塁をすべて回ると、一点が入ります。
3. アウトが三つになると、攻守が入れ替わります。

| 区切り | 長さ |
| :----- | ---: |
| 打席   | 三振まで |
| 半回   | 三つのアウト |
| 試合   | 九回 |

日本には明治のはじめに伝わり、「野球」という訳語は1894年に生まれました。いまも春と夏の甲子園には、`,
} as const

async function openNew({ page, language }: Stage): Promise<void> {
  const words = WORDS[language]
  await page.getByRole('button', { name: words.newConversation }).first().click()
  await expect(page.getByRole('log').getByRole('heading')).toHaveCount(0)
}

/** In the middle of an answer, which does not end as long as the picture is taken. */
async function stream(stage: Stage): Promise<void> {
  await openNew(stage)
  const { page, emulator, language } = stage
  const answer = ANSWER[language]
  const script = textReply(answer, { charsPerChunk: 7, delayMs: 12, seed: 7 })
  emulator.script({ ...script, fault: { kind: 'stall', afterChunks: script.chunks.length - 1 } })
  const field = page.getByRole('textbox', { name: WORDS[language].message })
  await field.fill(WORDS[language].ask)
  await field.press('Enter')
  await expect(page.getByRole('table')).toBeVisible()
  await page.waitForTimeout(4_000)
}

async function inspect({ page, language }: Stage): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].inspector, exact: true }).first().click()
  await page.waitForTimeout(500)
}
