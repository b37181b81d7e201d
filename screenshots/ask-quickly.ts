import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { ANSWER, PROMPT } from './said'
import type { Stage } from './screens'

/** The page of the quick window, in the one that is photographed. Nothing leads back from it. */
export async function askQuickly({ page, emulator, words, language }: Stage): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = window.location.hash === '#pseudo' ? '#quick,pseudo' : '#quick'
    window.location.reload()
  })
  await page.getByRole('button', { name: words.quick.hide, exact: true }).waitFor()
  emulator.script(textReply(ANSWER[language], { charsPerChunk: 400 }))
  const field = page.getByRole('textbox', { name: words.composer.label })
  await field.fill(PROMPT[language])
  await field.press('Enter')
  await page.getByRole('button', { name: words.composer.send }).waitFor()
  await expect(page.getByRole('table')).toBeVisible()
}
