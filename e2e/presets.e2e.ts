import { once } from 'node:events'

import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

/** How Chromium gives the Enter that ends a composition. */
const OF_INPUT_METHOD = {
  type: 'rawKeyDown',
  key: 'Process',
  code: 'Enter',
  windowsVirtualKeyCode: 229,
} as const

test('a prompt is written once, outlives a crash, and is filled in by a Japanese writer', async ({
  launch,
  emulator,
}) => {
  const env = vertexEnv(emulator)
  const first = await launch({ env })
  const written = await first.firstWindow()
  await chooseModel(written, 'Gemini 3.5 Flash')
  await written.getByRole('textbox', { name: 'Message' }).press('/')
  await written.getByRole('option', { name: /Write or change prompts/ }).waitFor()
  await written.keyboard.press('Enter')
  const settings = written.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'New prompt' }).press('Enter')
  await settings.getByRole('textbox', { name: 'Name' }).fill('翻訳')
  await settings
    .getByRole('textbox', { name: 'Prompt' })
    .fill('次の文を{{言語=英語}}に訳してください。\n\n{{文}}')
  await expect(settings.getByText('You will be asked for: 言語 and 文.')).toBeVisible()
  await settings.getByRole('button', { name: 'All prompts' }).press('Enter')
  await expect(settings.getByRole('button', { name: /^翻訳/ })).toBeVisible()
  // The list shows it before main has it.
  const kept = () =>
    written.evaluate(async () => {
      const { bridge } = window as unknown as {
        bridge: { ask(name: string, input: unknown): Promise<unknown> }
      }
      return JSON.stringify(await bridge.ask('readPresets', {}))
    })
  await expect.poll(kept).toContain('翻訳')
  const gone = once(first.process(), 'exit')
  first.process().kill('SIGKILL')
  await gone

  const app = await launch({ env })
  const page = await app.firstWindow()
  const field = page.getByRole('textbox', { name: 'Message' })
  const ime = await page.context().newCDPSession(page)
  await field.focus()

  await test.step('the keys that end a composition choose no prompt', async () => {
    await ime.send('Input.insertText', { text: '／' })
    await expect(page.getByRole('option', { name: /^翻訳/ })).toBeVisible()
    await ime.send('Input.imeSetComposition', { text: 'ほんやく', selectionStart: 4, selectionEnd: 4 })
    await ime.send('Input.dispatchKeyEvent', OF_INPUT_METHOD)
    await ime.send('Input.insertText', { text: '翻訳' })
    await expect(field).toHaveValue('／翻訳')
    await expect(page.getByRole('option', { name: /^翻訳/, selected: true })).toBeVisible()
  })

  const dialog = page.getByRole('dialog', { name: '翻訳' })
  await test.step('it is filled in by keys alone, and sent as it is shown', async () => {
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('textbox', { name: '言語' })).toBeFocused()
    await page.keyboard.press('Tab')
    await ime.send('Input.imeSetComposition', { text: 'かわ', selectionStart: 2, selectionEnd: 2 })
    await ime.send('Input.dispatchKeyEvent', OF_INPUT_METHOD)
    await expect(dialog).toBeVisible()
    await ime.send('Input.insertText', { text: '川は流れる。' })
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('次の文を英語に訳してください。\n\n川は流れる。')
    await expect(field).toBeFocused()
    emulator.script(textReply('The river flows.'))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('log').getByText('The river flows.', { exact: true })).toBeVisible()
    expect(JSON.stringify(emulator.requests.map(({ body }) => body))).toContain(
      '次の文を英語に訳してください。\\n\\n川は流れる。',
    )
  })

  await test.step('it leaves by a file, and comes back from it', async () => {
    const file = test.info().outputPath('prompts.jsonl')
    await app.evaluate(({ dialog }, target) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: target })
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [target] })
    }, file)
    await page.keyboard.press('/')
    await page.getByRole('option', { name: /Write or change prompts/ }).click()
    const panel = page.getByRole('dialog', { name: 'Settings' })
    await panel.getByRole('button', { name: 'Export…' }).click()
    await expect(page.getByText('Saved as prompts.jsonl.')).toBeVisible()
    await panel.getByRole('button', { name: /^翻訳/ }).click()
    await panel.getByRole('button', { name: 'Delete' }).click()
    await expect(panel.getByRole('button', { name: /^翻訳/ })).toHaveCount(0)
    await panel.getByRole('button', { name: 'Import…' }).click()
    await panel.getByRole('button', { name: 'Choose a file…' }).click()
    await expect(panel.getByText('1 new prompt for Settings → Prompts.')).toBeVisible()
    await panel.getByRole('button', { name: 'Add to my conversations' }).click()
    await panel.getByRole('tab', { name: 'Prompts' }).click()
    await expect(panel.getByRole('button', { name: /^翻訳/ })).toBeVisible()
  })
})
