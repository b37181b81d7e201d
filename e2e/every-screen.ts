import type { ElectronApplication } from '@playwright/test'

import { type Language, SCREENS, type Stage } from '../screenshots/screens'
import { withStage } from '../screenshots/stage'
import { awaitRest } from './at-rest'

interface TourOptions {
  readonly language?: Language
  /** Once per window, before its first screen. */
  readonly prepare?: (stage: Stage, app: ElectronApplication) => Promise<Stage>
}

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
        await awaitRest(stage.page)
        found.push(...(await look(stage, app)).map((line) => `${screen.name}: ${line}`))
      }
    })
  }
  return found
}
