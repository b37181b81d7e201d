import { expect, type Locator, type Page } from '@playwright/test'

import { test } from './fixtures'
import { seedConversation } from './seed-conversation'

const messageField = (page: Page) => page.getByRole('textbox', { name: 'Message' })

test('a message field takes back words and prompts one after the other, and nothing that was sent', async ({
  launch,
}) => {
  const page = await (await launch()).firstWindow()
  await test.step('a prompt is kept', async () => {
    await messageField(page).press('/')
    await page.getByRole('option', { name: /Write or change prompts/ }).press('Enter')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: 'New prompt' }).press('Enter')
    await settings.getByRole('textbox', { name: 'Name' }).fill('Summary')
    await settings.getByRole('textbox', { name: 'Prompt' }).fill('Sum this up.\n\nIn three lines.')
    await settings.getByRole('button', { name: 'All prompts' }).press('Enter')
    await expect(settings.getByRole('button', { name: /^Summary/ })).toBeVisible()
    await settings.press('Escape')
    await expect(settings).toBeHidden()
  })
  const field = messageField(page)
  await field.focus()

  await test.step('words', async () => {
    await page.keyboard.type('Good morning')
    await page.keyboard.press('Control+z')
    await expect(field).toHaveValue('')
    await page.keyboard.press('Control+Shift+z')
    await expect(field).toHaveValue('Good morning')
    await page.keyboard.press('Control+z')
  })

  await test.step('a prompt', async () => {
    await page.keyboard.type('/sum')
    await page.getByRole('option', { name: /^Summary/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('Sum this up.\n\nIn three lines.')
    await page.keyboard.press('Control+z')
    await expect(field).toHaveValue('/sum')
    await page.keyboard.press('Control+Shift+z')
    await expect(field).toHaveValue('Sum this up.\n\nIn three lines.')
  })

  await test.step('nothing that was sent', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
    await expect(field).toHaveValue('')
    for (let press = 0; press < 4; press++) await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Shift+z')
    await expect(field).toHaveValue('')
    await page.keyboard.type('And then?')
    for (let press = 0; press < 4; press++) await page.keyboard.press('Control+z')
    await expect(field).toHaveValue('')
    await page.keyboard.press('Control+Shift+z')
    await expect(field).toHaveValue('And then?')
  })
})

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
