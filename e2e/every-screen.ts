import type { ElectronApplication } from '@playwright/test'

import { type Language, SCREENS, type Stage } from '../screenshots/screens'
import { withStage } from '../screenshots/stage'

interface TourOptions {
  readonly language?: Language
  /** Once per window, before its first screen. */
  readonly prepare?: (stage: Stage, app: ElectronApplication) => Promise<Stage>
}

/** A panel that reads its contents from main grows when they come, and pushes away what was in view. */
const STILLNESS = { quietMs: 250, atMostMs: 5_000 }

/** What a look at each screen finds, each line with the name of the screen before it. */
export async function onEveryScreen(
  look: (stage: Stage, app: ElectronApplication) => Promise<readonly string[]>,
  { language = 'en', prepare = (stage) => Promise.resolve(stage) }: TourOptions = {},
): Promise<readonly string[]> {
  const found: string[] = []
  for (const isFirstStart of [false, true]) {
    await withStage({ language, isFirstStart }, async (opened, app) => {
      const stage = await prepare(opened, app)
      for (const screen of SCREENS) {
        if ((screen.isFirstStart ?? false) !== isFirstStart) continue
        await screen.open(stage)
        await stage.page.evaluate(awaitStillness, STILLNESS)
        found.push(...(await look(stage, app)).map((line) => `${screen.name}: ${line}`))
      }
    })
  }
  return found
}

/** In the page: until nothing in it has changed for a while. What never rests is looked at as it is. */
function awaitStillness({ quietMs, atMostMs }: typeof STILLNESS): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      observer.disconnect()
      clearTimeout(quiet)
      clearTimeout(limit)
      resolve()
    }
    let quiet = setTimeout(finish, quietMs)
    const limit = setTimeout(finish, atMostMs)
    const observer = new MutationObserver(() => {
      clearTimeout(quiet)
      quiet = setTimeout(finish, quietMs)
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
