import { expect, type Page } from '@playwright/test'

import { serviceDisabled } from '../emulators/vertex/google-errors'
import { textReply } from '../emulators/vertex/reply-script'
import type { VertexEmulator } from '../emulators/vertex/vertex-emulator'
import { PANELS } from '../src/shared/panels'
import { en } from '../src/renderer/src/i18n/en'
import { ja } from '../src/renderer/src/i18n/ja'
import type { Words } from '../src/renderer/src/i18n/words'
import { leaveLayers, openSettings } from './layers'
import { fillIn, offerPrompts } from './prompt-screens'
import { askQuickly } from './ask-quickly'
import { ANSWER, PROMPT } from './said'

export type Language = 'en' | 'ja'

export interface Stage {
  readonly page: Page
  readonly emulator: VertexEmulator
  /** Of the conversations. */
  readonly language: Language
  /** What the window says, if only in a pseudo-locale. */
  readonly words: Words
}

export interface Screen {
  /** The beginning of the file's name. */
  readonly name: string
  /** Brings the window there from wherever it is. */
  readonly open: (stage: Stage) => Promise<void>
  /** Of an app that was never started before; all others follow each other in one window. */
  readonly isFirstStart?: boolean
}

/** Every screen that is photographed, in this order; the window opens with the document that has everything in it. */
export const SCREENS: readonly Screen[] = [
  { name: 'text', open: scrollTo(0) },
  { name: 'text-more', open: scrollTo(1) },
  { name: 'lists', open: scrollTo(2) },
  { name: 'code', open: scrollTo(3) },
  { name: 'tables', open: scrollTo(4) },
  { name: 'formulas', open: scrollTo(5) },
  { name: 'diagrams', open: scrollTo(6) },
  { name: 'images', open: scrollTo(7) },
  { name: 'alerts', open: scrollTo(8) },
  { name: 'empty', open: openNew },
  { name: 'streaming', open: stream },
  { name: 'inspector', open: inspect },
  { name: 'trouble', open: meetTrouble },
  { name: 'editing', open: editPrompt },
  { name: 'message-menu', open: openMessageMenu },
  { name: 'models', open: openModels },
  { name: 'parameters', open: openParameters },
  { name: 'spending', open: openSpending },
  { name: 'conversation-menu', open: openConversationMenu },
  { name: 'find', open: find },
  { name: 'palette', open: search },
  ...PANELS.map((panel) => ({ name: `settings-${panel}`, open: openSettings(panel) })),
  { name: 'diagnostics', open: showDiagnostics },
  { name: 'connection', open: addConnection },
  { name: 'prompts', open: offerPrompts },
  { name: 'fill-in', open: fillIn },
  { name: 'trash', open: openTrash },
  { name: 'quick', open: askQuickly },
  { name: 'welcome', open: awaitWelcome, isFirstStart: true },
]

/** To a heading of the document: 0 is its title. */
function scrollTo(heading: number): Screen['open'] {
  return async ({ page }) => {
    await leaveLayers(page)
    await page
      .getByRole('log')
      .getByRole('heading')
      .nth(heading)
      .evaluate((element) => {
        ;(element as HTMLElement).style.scrollMarginTop = '2rem'
        element.scrollIntoView()
      })
  }
}

export const WORDS: Readonly<Record<Language, Words>> = { en, ja }

async function openNew({ page, words }: Stage): Promise<void> {
  await leaveLayers(page)
  const messages = page.getByRole('log').getByRole('article')
  // From one that is new to another, nothing would tell when it is there.
  if ((await messages.count()) === 0) return
  await page.getByRole('button', { name: words.header.newConversation }).first().click()
  await expect(messages).toHaveCount(0)
}

/** In the middle of an answer, which does not end as long as the picture is taken. */
async function stream(stage: Stage): Promise<void> {
  await openNew(stage)
  const { page, emulator, language, words } = stage
  const answer = ANSWER[language]
  const script = textReply(answer, { charsPerChunk: 7, delayMs: 12, seed: 7 })
  emulator.script({ ...script, fault: { kind: 'stall', afterChunks: script.chunks.length - 1 } })
  const field = page.getByRole('textbox', { name: words.composer.label })
  await field.fill(PROMPT[language])
  await field.press('Enter')
  await expect(page.getByRole('table')).toBeVisible()
  await page.waitForTimeout(4_000)
}

async function inspect({ page, words }: Stage): Promise<void> {
  await page.getByRole('button', { name: words.header.inspector, exact: true }).first().click()
  await page.getByLabel(words.inspector.figures).waitFor()
}

/** A provider that refuses, and what can be done about it. */
async function meetTrouble(stage: Stage): Promise<void> {
  const { page, emulator, language, words } = stage
  await page.getByRole('button', { name: words.inspector.close, exact: true }).click()
  await openNew(stage)
  emulator.script({ chunks: [], fault: { kind: 'status', status: 403, body: serviceDisabled() } })
  const field = page.getByRole('textbox', { name: words.composer.label })
  await field.fill(PROMPT[language])
  await field.press('Enter')
  await page.getByRole('button', { name: words.failure.tryAgain }).waitFor()
}

async function editPrompt({ page, words }: Stage): Promise<void> {
  await page.getByRole('button', { name: words.messageActions.edit, exact: true }).first().click()
  await page.getByRole('textbox', { name: words.messageActions.editField }).waitFor()
}

async function openMessageMenu({ page, words }: Stage): Promise<void> {
  await page.getByRole('log').getByRole('button', { name: words.dialog.cancel, exact: true }).click()
  await page.getByRole('button', { name: words.messageActions.more }).first().click()
  await page.getByRole('menu').waitFor()
}

async function openConversationMenu({ page, words }: Stage): Promise<void> {
  await leaveLayers(page)
  const more = page.getByRole('button', { name: words.sidebar.more, exact: true })
  // In a narrow window the list is away.
  if (!(await more.isVisible()))
    await page.getByRole('button', { name: words.sidebar.show, exact: true }).click()
  await more.click()
  await page.getByRole('menu').waitFor()
}

async function openParameters({ page, words }: Stage): Promise<void> {
  await leaveLayers(page)
  await page.getByRole('button', { name: words.parameters.open, exact: true }).press('Enter')
  await page.getByRole('button', { name: words.parameters.showRequest }).press('Enter')
  await page.getByRole('region', { name: words.parameters.request }).last().waitFor()
}

/** From the palette: a conversation that took nothing has no figure in its header. */
async function openSpending({ page, words }: Stage): Promise<void> {
  await leaveLayers(page)
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByLabel(words.search.field).fill(words.spending.open)
  const list = page.getByRole('listbox', { name: words.search.list })
  await list.getByRole('option', { name: words.spending.open }).first().click()
  await page.getByRole('dialog', { name: words.spending.title }).waitFor()
}

async function openModels({ page, words }: Stage): Promise<void> {
  await leaveLayers(page)
  await page.getByRole('combobox', { name: words.header.model, exact: true }).click()
  await page.getByRole('listbox').waitFor()
}

/** What is deleted for it is missing from whatever comes after. */
async function openTrash({ page, words }: Stage): Promise<void> {
  await leaveLayers(page)
  await page.getByRole('tree').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: words.sidebar.more, exact: true }).click()
  await page.getByRole('menuitem', { name: words.trash.open }).click()
  const list = page.getByRole('list', { name: words.trash.list })
  await list.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
}

async function find({ page, words }: Stage): Promise<void> {
  await leaveLayers(page)
  await page.keyboard.press('ControlOrMeta+F')
  await page.getByLabel(words.find.field, { exact: true }).fill('a')
}

async function search({ page, words, language }: Stage): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByLabel(words.search.field).fill(language === 'ja' ? '野球' : 'baseball')
  await page.getByRole('listbox', { name: words.search.list }).getByRole('option').first().waitFor()
}

async function showDiagnostics(stage: Stage): Promise<void> {
  await openSettings('about')(stage)
  const { page, words } = stage
  await page.getByRole('button', { name: words.diagnostics.show }).click()
  await page.getByRole('region', { name: words.diagnostics.text }).scrollIntoViewIfNeeded()
}

async function addConnection(stage: Stage): Promise<void> {
  await openSettings('connections')(stage)
  const { page, words } = stage
  await page.getByRole('button', { name: 'OpenAI', exact: true }).click()
  await page.getByRole('button', { name: words.connections.save, exact: true }).waitFor()
}

async function awaitWelcome({ page, words }: Stage): Promise<void> {
  await page.getByRole('dialog', { name: words.connections.welcome.title }).waitFor()
}
