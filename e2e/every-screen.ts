import type { ElectronApplication } from '@playwright/test'

import { type Language, SCREENS, type Stage } from '../screenshots/screens'
import { withStage } from '../screenshots/stage'
import { awaitRest } from './at-rest'
import { type LookedAtScreen, MORE_SCREENS } from './more-screens'

interface TourOptions {
  readonly language?: Language
  /** Once per window, before its first screen. */
  readonly prepare?: (stage: Stage, app: ElectronApplication) => Promise<Stage>
}

export type Tour = readonly [of: string, screens: readonly LookedAtScreen[]]

export const TOURS: readonly Tour[] = [
  ['any screen', SCREENS],
  ['anything that a screen becomes when it is used', MORE_SCREENS],
]

/** What a look at each of these screens finds, each line with the name of the screen before it. */
export async function onEveryScreen(
  screens: readonly LookedAtScreen[],
  look: (stage: Stage, app: ElectronApplication) => Promise<readonly string[]>,
  { language = 'en', prepare = (stage) => Promise.resolve(stage) }: TourOptions = {},
): Promise<readonly string[]> {
  const found: string[] = []
  for (const isFirstStart of [false, true]) {
    const shown = screens.filter((screen) => (screen.isFirstStart ?? false) === isFirstStart)
    if (shown.length === 0) continue
    await withStage({ language, isFirstStart }, async (opened, app) => {
      const stage = await prepare(opened, app)
      for (const screen of shown) {
        await screen.open(stage, app)
        await awaitRest(stage.page)
        found.push(...(await look(stage, app)).map((line) => `${screen.name}: ${line}`))
      }
    })
  }
  return found
}
