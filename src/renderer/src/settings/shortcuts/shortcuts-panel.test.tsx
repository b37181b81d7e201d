import { readFileSync } from 'node:fs'

import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '#shared/preferences'
import { type ChosenKeys, DEFAULT_KEYS } from '#shared/shortcuts'

import { createFakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const dialog = () => within(screen.getByRole('dialog', { name: 'Settings' }))
const keysButton = (name: string) => dialog().getByRole('button', { name: new RegExp(`^${name}: .*Change$`) })
const shown = (name: string) => keysButton(name).textContent

async function openPanel(shortcuts: ChosenKeys = {}, fixed: readonly 'shortcuts'[] = []) {
  const values = { ...DEFAULT_PREFERENCES, isWelcomed: true, shortcuts }
  const app = await renderApp({
    main: createFakeBridge({
      readSettings: () => ({ ok: true, value: { ...DEFAULT_SETTINGS, values, fixed } }),
    }),
  })
  await app.user.keyboard('{Control>},{/Control}')
  await app.user.click(dialog().getByRole('tab', { name: 'Shortcuts' }))
  const chosen = () =>
    app.main.asked.flatMap((one) => (one.name === 'changeSettings' ? [one.input.changes.shortcuts] : []))
  const record = async (name: string, keys: string) => {
    act(() => keysButton(name).focus())
    await app.user.keyboard(`{Enter}${keys}`)
  }
  return { ...app, chosen, record }
}

describe('a shortcut', () => {
  it('is recorded by the keyboard alone, saved, shown, heard, and works from then on', async () => {
    const { user, chosen, record } = await openPanel()
    await record('Search everything', '{Control>}j{/Control}')
    expect([chosen(), shown('Search everything')]).toEqual([[{ palette: 'Mod+J' }], 'Ctrl+J'])
    expect(dialog().getByText('Search everything: Ctrl+J.').getAttribute('role')).toBe('status')

    await user.keyboard('{Escape}{Control>}k{/Control}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.keyboard('{Control>}j{/Control}')
    expect(screen.getByRole('dialog', { name: 'Search' })).toBeDefined()
  })

  it.each([
    ['Esc', '{Escape}'],
    ['Tab', '{Tab}'],
  ])('is left as it was with %s, which closes nothing', async (_, key) => {
    const { chosen, record } = await openPanel()
    await record('Search everything', key)
    expect([chosen(), shown('Search everything')]).toEqual([[], 'Ctrl+K'])
  })

  it.each([
    ['{Control>}c{/Control}', /^Ctrl\+C belongs to the system, the menu or a text field/],
    ['a', /^These keys write text or move the caret. Use Ctrl with/],
    ['{Control>}{Enter}{/Control}', /^These keys write text/],
  ])('cannot be %s, with a sentence', async (keys, sentence) => {
    const { chosen, record } = await openPanel()
    await record('Search everything', keys)
    expect(dialog().getByRole('alert').textContent).toMatch(sentence)
    expect(chosen()).toEqual([])
  })

  it('of another command is taken from it only when that is wanted', async () => {
    const { user, chosen, record } = await openPanel()
    await record('Search everything', '{Control>}n{/Control}')
    expect(dialog().getByRole('alert').textContent).toBe('Ctrl+N is already used for: New conversation.')
    expect(chosen()).toEqual([])
    await user.click(dialog().getByRole('button', { name: 'Use it here instead' }))
    expect(chosen()).toEqual([{ palette: 'Mod+N', 'new-conversation': '' }])
    expect([shown('Search everything'), shown('New conversation')]).toEqual(['Ctrl+N', 'none'])
  })

  it('that two commands have, as somebody wrote it so, says so at both', async () => {
    await openPanel({ palette: 'Mod+N' })
    expect(
      dialog().getAllByText(/^The same keys are used for: (New conversation|Search everything)/),
    ).toHaveLength(2)
  })

  it('that three commands have, names the two others as a reader of the language lists them', async () => {
    await openPanel({ palette: 'Mod+N', find: 'Mod+N' })
    expect(
      dialog().getByText(/^The same keys are used for: Search everything and Find in this conversation\./),
    ).toBeDefined()
  })

  it('goes back to its default, one by one or all at once', async () => {
    const { user, chosen } = await openPanel({ palette: 'Mod+J', print: '' })
    await user.click(dialog().getByRole('button', { name: 'Back to Ctrl+K: Search everything' }))
    expect([chosen().at(-1), shown('Search everything')]).toEqual([
      { palette: undefined, print: '' },
      'Ctrl+K',
    ])
    await user.click(dialog().getByRole('button', { name: 'Reset all shortcuts' }))
    expect([chosen().at(-1), shown('Print this conversation')]).toEqual([undefined, 'Ctrl+P'])
  })

  it('can be given to the choice of a model', async () => {
    const { chosen, record } = await openPanel()
    const name = dialog().getAllByRole('button', { name: /^Use the model/ })[0]!
    const title = /^(.*): none/.exec(name.getAttribute('aria-label') ?? '')?.[1] ?? ''
    await record(title, '{F6}')
    expect(Object.values(chosen()[0] ?? {})).toEqual(['F6'])
  })

  it('that the administrator fixed cannot be changed', async () => {
    await openPanel({}, ['shortcuts'])
    expect(dialog().getByText('Your administrator has set this.')).toBeDefined()
    expect(keysButton('Search everything').hasAttribute('disabled')).toBe(true)
  })
})

describe('the keys that were chosen', () => {
  it('stand in what buttons say, and in the palette', async () => {
    const { user } = await openPanel({ inspector: 'Mod+Shift+J', 'new-conversation': '' })
    await user.keyboard('{Escape}')
    expect(screen.getByRole('button', { name: 'Stream inspector' }).title).toBe(
      'Stream inspector (Ctrl+Shift+J)',
    )
    expect(screen.getAllByRole('button', { name: 'New conversation' })[0]!.title).toBe('New conversation')
    await user.keyboard('{Control>}k{/Control}inspector')
    expect(screen.getByRole('option', { name: /inspector/ }).textContent).toContain('Ctrl+Shift+J')
  })

  it('begin as the documentation says', async () => {
    await openPanel()
    const documented = readFileSync('docs/shortcuts.md', 'utf8')
    const rows = [...documented.matchAll(/^\| (.+?) +\| ([^ -]\S*) +\|$/gm)].slice(1)
    const described = rows.map(([, name, keys]) => [name, keys === '—' ? 'none' : keys])
    const all = Object.keys(DEFAULT_KEYS).length
    const drawn = dialog()
      .getAllByRole('listitem')
      .slice(0, all)
      .map((line) => {
        const button = within(line).getByRole('button', { name: /Change$/ })
        return [
          line.firstChild?.textContent,
          button.textContent?.replace('Ctrl', 'Mod').replace('Esc', 'Escape'),
        ]
      })
    const general = drawn.findIndex(([name]) => name === 'Settings: General')
    expect(described.slice(0, -1)).toEqual(drawn.slice(0, general + 1))
  })
})
