import type { Page } from '@playwright/test'

/** Chooses a model in the header, as somebody who knows its name does. `label` is the picker's, in the app's language. */
export async function chooseModel(page: Page, name: string, label = 'Model'): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name }).first().click()
}
