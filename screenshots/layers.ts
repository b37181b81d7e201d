import { expect, type Page } from '@playwright/test'

import type { Words } from '../src/renderer/src/i18n/words'
import type { Screen } from './screens'

/** What lies over the page and keeps the keys; a notice does not. */
export const LAYERS = '[role=dialog]:not([aria-modal=false]), [role=menu]'

/** Closes what lies over the conversation. */
export async function leaveLayers(page: Page): Promise<void> {
  const layers = page.locator(LAYERS)
  for (let left = await layers.count(); left > 0; left = await layers.count()) {
    await page.keyboard.press('Escape')
    await expect.poll(() => layers.count()).toBeLessThan(left)
  }
}

/** A panel of the settings, wherever the window is. */
export function openSettings(panel: keyof Words['settings']['panels']): Screen['open'] {
  return async ({ page, words }) => {
    const dialog = page.getByRole('dialog', { name: words.settings.title })
    if (!(await dialog.isVisible())) {
      await leaveLayers(page)
      await page.keyboard.press('ControlOrMeta+,')
    }
    await dialog.getByRole('tab', { name: words.settings.panels[panel], exact: true }).click()
  }
}
