import { expect, type Locator, type Page } from '@playwright/test'

import { test } from './fixtures'
import { seedConversation } from './seed-conversation'

const messageField = (page: Page) => page.getByRole('textbox', { name: 'Message' })

test('a notice lies over neither the prompts to choose from nor a long message', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, [{ prompt: 'What is baseball?', reply: 'A game.' }])
  const page = await (await launch()).firstWindow()
  await page.getByRole('treeitem', { name: 'What is baseball?' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const notice = page.getByRole('button', { name: 'Undo' })
  await expect(notice).toBeVisible()

  await messageField(page).press('/')
  const prompts = page.getByRole('listbox')
  await expect(prompts).toBeVisible()
  expect(await foot(notice)).toBeLessThan(await head(prompts))

  await messageField(page).fill('line\n'.repeat(12))
  await expect(prompts).toBeHidden()
  expect(await foot(notice)).toBeLessThan(await head(messageField(page)))
})

async function head(of: Locator): Promise<number> {
  return (await of.boundingBox())?.y ?? NaN
}

async function foot(of: Locator): Promise<number> {
  const box = await of.boundingBox()
  return box === null ? NaN : box.y + box.height
}
