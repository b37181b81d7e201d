import { type ElectronApplication, expect, type Page, test } from '@playwright/test'

import { PSEUDO_MARK, toPseudoWords } from '../src/renderer/src/i18n/pseudo-words'
import { LAYERS } from '../screenshots/layers'
import { withStage } from '../screenshots/stage'
import { awaitRest } from './at-rest'
import { cutWords, widerThanWindow } from './cut-text'
import { onEveryScreen, TOURS } from './every-screen'

const WIDE = 1280
const NARROW = 480

for (const [what, screens] of TOURS) {
  test(`no words of ${what} are cut off or lack a translation in a pseudo-locale, in a wide window or a narrow one`, async () => {
    test.slow()
    const words = toPseudoWords()
    const found = await onEveryScreen(
      screens,
      async ({ page }, app) => {
        const wide = [...(await cutWords(page, PSEUDO_MARK)), ...(await untranslated(page))]
        await resize(app, NARROW)
        const narrow = [...(await cutWords(page, PSEUDO_MARK)), ...(await widerThanWindow(page))]
        await resize(app, WIDE)
        return [...wide, ...narrow.map((line) => `narrow: ${line}`)]
      },
      {
        prepare: async (stage, app) => {
          await resize(app, WIDE)
          await stage.page.evaluate(() => void (location.hash = '#pseudo'))
          await stage.page.reload()
          await stage.page.getByPlaceholder(words.composer.placeholder).waitFor()
          return { ...stage, words }
        },
      },
    )
    expect(found).toEqual([])
  })
}

for (const [what, screens] of TOURS) {
  test(`an input method keeps its Enter and its Escape in every text field of ${what}`, async () => {
    test.slow()
    const found = await onEveryScreen(
      screens,
      async ({ page, emulator }) => {
        const asked = emulator.requests.length
        const lost = await breakCompositions(page)
        return emulator.requests.length > asked ? [...lost, 'something was sent'] : lost
      },
      { language: 'ja' },
    )
    expect(found).toEqual([])
  })
}

test('the language of the system holds until another is chosen, for the page and the menus of the system', async () => {
  await withStage({ language: 'ja', isFirstStart: false }, async ({ page, words }, app) => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
    expect(await menuLabels(app)).toContain('編集')
    await page.keyboard.press('ControlOrMeta+,')
    await page.getByRole('radio', { name: 'English' }).check()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await expect.poll(() => menuLabels(app)).toContain('Edit')
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible()
    await expect(page.getByRole('textbox', { name: words.composer.label })).toHaveCount(0)
  })
})

test('Japanese breaks between phrases, is never slanted, and has letters of its own', async () => {
  await withStage({ language: 'ja', isFirstStart: false }, async ({ page, emulator, words }) => {
    emulator.forget()
    await page.getByRole('button', { name: words.header.newConversation }).first().click()
    const field = page.getByRole('textbox', { name: words.composer.label })
    await field.fill('*強調*')
    const styles = await page.evaluate(() => {
      const { lang } = document.documentElement
      const em = document.createElement('em')
      em.textContent = '強調'
      em.lang = lang
      document.querySelector('[role=log]')?.append(em)
      const { fontStyle, fontFamily, lineBreak } = getComputedStyle(em)
      const synthesis = getComputedStyle(em).getPropertyValue('font-synthesis-style')
      em.remove()
      return { fontStyle, fontFamily, lineBreak, synthesis }
    })
    expect(styles.fontStyle === 'normal' || styles.synthesis === 'none').toBe(true)
    expect(styles.fontFamily).toMatch(/Hiragino|Noto Sans CJK JP/)
    expect(styles.lineBreak).toBe('strict')
  })
})

/** Returns once the page is laid out in that width, in CSS pixels. */
async function resize(app: ElectronApplication, width: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size, 800),
    width,
  )
  const page = await app.firstWindow()
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width)
  await awaitRest(page)
}

/** Whose names are their own in every language: models, providers, programs, conversations, what a prompt asks for. */
const NAMES =
  /^(Nagare|Demo|Recordings|Google Vertex AI|Gemini.*|OpenAI.*|Azure OpenAI|Anthropic|Ollama|Electron|Chromium|English|日本語|CSV|JSON|target language|tone of voice|source text)$/

/** Controls of ours whose words did not come from the translations. */
async function untranslated(page: Page): Promise<readonly string[]> {
  const own = await page.evaluate(() => {
    const theirs = '[data-flowing], [role=tree], [role=option], option, pre, .katex, [role=log] article > *'
    const controls = 'button, [role=button], [role=tab], label, [aria-label], [placeholder]'
    return [...document.querySelectorAll(controls)].flatMap((element) => {
      const isHidden = !(element instanceof HTMLElement) || element.offsetParent === null
      if (isHidden || element.closest(theirs) !== null) return []
      // An example of what to enter is the same in every language.
      if (element instanceof HTMLInputElement && (element.labels?.length ?? 0) > 0) return []
      return [element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? element.innerText]
    })
  })
  return own
    .map((said) => said.trim())
    .filter((said) => /\p{L}{2}/u.test(said) && !said.includes(PSEUDO_MARK) && !NAMES.test(said))
    .map((said) => `untranslated: ${said}`)
}

/** Composes in each text field, and gives those that took the Enter or the Escape of the composition for their own. */
async function breakCompositions(page: Page): Promise<readonly string[]> {
  const ime = await page.context().newCDPSession(page)
  // What lies over the page is all that can be reached as long as it is there.
  const layers = page.locator(LAYERS)
  const top = (await layers.count()) > 0 ? layers.last() : page.locator('body')
  const fields = top.locator(
    'textarea:visible, input:visible:not([type=checkbox], [type=radio], [type=range], [aria-hidden=true])',
  )
  const lost: string[] = []
  for (const field of await fields.all()) {
    // What is typed into a search may take the fields after it away.
    if ((await field.count()) === 0) break
    if (!(await field.isEditable())) continue
    const html = await field.evaluate((element) => element.outerHTML.slice(0, 160))
    if ((await field.getAttribute('type')) === 'number') continue
    await field.focus()
    // A name that is being written is kept as soon as the focus is elsewhere.
    if ((await field.count()) === 0) break
    await ime.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
    await page.keyboard.press('Enter')
    // A search field is emptied by Chromium itself at this key, which a real input method does not let through.
    if ((await field.getAttribute('type')) !== 'search') await page.keyboard.press('Escape')
    const isThere = await field
      .evaluate((element) => element.isConnected && element === document.activeElement)
      .catch(() => false)
    if (!isThere) {
      lost.push(`left by the keys of a composition: ${html}`)
      break
    }
    await ime.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  }
  await ime.detach()
  return lost
}

function menuLabels(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
}
