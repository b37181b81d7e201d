import { leaveLayers, openSettings } from './layers'
import { PRESET } from './said'
import type { Stage } from './screens'

/** A prompt is written first, once. */
export async function offerPrompts(stage: Stage): Promise<void> {
  const { page, language, words } = stage
  await openSettings('prompts')(stage)
  const panel = page.getByRole('dialog', { name: words.settings.title })
  const prompt = PRESET[language]
  if ((await panel.getByRole('button', { name: prompt.name }).count()) === 0) {
    await panel.getByRole('button', { name: words.presets.add }).click()
    await panel.getByRole('textbox', { name: words.presets.name, exact: true }).fill(prompt.name)
    await panel.getByRole('textbox', { name: words.presets.text, exact: true }).fill(prompt.text)
    await panel.getByRole('button', { name: words.presets.back }).click()
  }
  await leaveLayers(page)
  const field = page.getByRole('textbox', { name: words.composer.label })
  await field.fill('')
  await field.press('/')
  await page.getByRole('option', { name: prompt.name }).waitFor()
}

export async function fillIn(stage: Stage): Promise<void> {
  await offerPrompts(stage)
  const { page, language } = stage
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: PRESET[language].name }).waitFor()
}
