import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Preset } from '#shared/preset'

import { createFakeBridge } from '../testing/fake-bridge'
import { renderApp } from '../testing/render-app'

const TRANSLATE: Preset = { id: 'p1', name: 'Translate', text: 'Into {{language=English}}:\n{{text}}' }
const REVIEW: Preset = { id: 'p2', name: 'Review', text: 'Review this.' }

async function setUp(presets: readonly Preset[] = [TRANSLATE, REVIEW]) {
  const main = createFakeBridge({ readPresets: () => ({ ok: true, value: { presets } }) })
  const { user } = await renderApp({ main })
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
  const kept = () => main.asked.filter(({ name }) => name === 'keepPresets' || name === 'deletePreset')
  const sent = () => main.asked.filter(({ name }) => name === 'startReply')
  const options = () => screen.queryAllByRole('option').map((option) => option.textContent)
  return { main, user, field, kept, sent, options }
}

describe('a slash in the message field', () => {
  it('offers the prompts by name, says how many, and marks the first for the field', async () => {
    const { user, field, options } = await setUp()
    await user.type(field, '/')
    expect(options()).toEqual([
      'ReviewReview this.',
      'TranslateInto {{language=English}}:',
      'Write or change prompts…Settings',
    ])
    expect(screen.getByText(/^3 suggestions/).getAttribute('role')).toBe('status')
    const marked = screen.getByRole('option', { selected: true })
    expect([field.getAttribute('aria-activedescendant'), field.getAttribute('aria-controls')]).toEqual([
      marked.id,
      screen.getByRole('listbox', { name: 'Suggestions' }).id,
    ])
    expect(document.activeElement).toBe(field)
  })

  it('puts the chosen one where the slash was, and sends nothing', async () => {
    const { user, field, sent, options } = await setUp()
    await user.type(field, 'Hello /rev{Enter}')
    await waitFor(() => expect(field.value).toBe('Hello Review this.'))
    expect([options(), sent()]).toEqual([[], []])
    expect(field.selectionStart).toBe('Hello Review this.'.length)
    await user.keyboard('{Enter}')
    expect(sent()).toMatchObject([{ input: { text: 'Hello Review this.' } }])
  })

  it('goes by arrows, round and round, and takes with Tab', async () => {
    const { user, field } = await setUp()
    await user.type(field, '/{ArrowUp}{ArrowDown}{ArrowDown}{ArrowUp}{Tab}')
    await waitFor(() => expect(field.value).toBe('Review this.'))
  })

  it('is let be after Esc, until another one is written', async () => {
    const { user, field, sent, options } = await setUp()
    await user.type(field, '/rev{Escape}s')
    expect(options()).toEqual([])
    await user.type(field, '{Enter}')
    expect(sent()).toMatchObject([{ input: { text: '/revs' } }])
    await user.type(field, '/')
    expect(options()).toHaveLength(3)
  })

  it('leaves the keys of a composition to the input method', async () => {
    const { field, options } = await setUp([{ ...REVIEW, name: '翻訳' }])
    fireEvent.change(field, { target: { value: '/翻' } })
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field, { key: 'Process', keyCode: 229 })
    expect([options(), field.value]).toEqual([['翻訳Review this.'], '/翻'])
    fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() => expect(field.value).toBe('Review this.'))
  })

  it('stops no answer with its Esc', async () => {
    const { main, user, field } = await setUp()
    await user.type(field, 'Hi{Enter}/{Escape}')
    expect(main.asked.map(({ name }) => name)).not.toContain('stopReply')
    await user.keyboard('{Escape}')
    expect(main.asked.map(({ name }) => name)).toContain('stopReply')
  })

  it('can be had from a button, and with the pointer', async () => {
    const { user, field } = await setUp()
    await user.type(field, 'Well')
    await user.click(screen.getByRole('button', { name: 'Insert a prompt' }))
    expect(field.value).toBe('Well /')
    await user.click(screen.getByRole('option', { name: /^Review/ }))
    await waitFor(() => expect(field.value).toBe('Well Review this.'))
    expect(document.activeElement).toBe(field)
  })

  it('asks for what a prompt leaves open', async () => {
    const { user, field, sent } = await setUp()
    await user.type(field, '/tra{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Translate' })
    const language = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'language' })
    expect([document.activeElement, language.value]).toEqual([language, 'English'])
    await user.keyboard('{Tab}one{Shift>}{Enter}{/Shift}two{Enter}')
    await waitFor(() => expect(field.value).toBe('Into English:\none\ntwo'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent()).toEqual([])
  })

  it('stays as it was written when nothing is filled in', async () => {
    const { user, field } = await setUp()
    await user.type(field, '/tra{Enter}')
    await screen.findByRole('dialog', { name: 'Translate' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(field.value).toBe('/tra')
  })

  it('fills in the day by itself', async () => {
    const { user, field } = await setUp([{ ...REVIEW, text: 'On {{date}} ({{日付}})' }])
    await user.type(field, '/{Enter}')
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date())
    await waitFor(() => expect(field.value).toBe(`On ${day} (${day})`))
  })
})

describe('the panel of prompts', () => {
  async function openPanel(presets?: readonly Preset[]) {
    const app = await setUp(presets)
    await app.user.type(app.field, '/{ArrowUp}{Enter}')
    await screen.findByRole('tab', { name: 'Prompts', selected: true })
    return { ...app, panel: within(screen.getByRole('tabpanel')) }
  }

  it('is where the last line below the slash leads, which takes the slash away', async () => {
    const { field, panel } = await openPanel([])
    expect(panel.getByRole('button', { name: 'New prompt' })).toBeDefined()
    expect(field.value).toBe('')
  })

  it('keeps a prompt as it is written, under its beginning while it has no name', async () => {
    const { main, user, panel, kept } = await openPanel([])
    await user.click(panel.getByRole('button', { name: 'New prompt' }))
    await user.type(panel.getByRole('textbox', { name: 'Prompt' }), 'Be brief.')
    await waitFor(() =>
      expect(kept().at(-1)?.input).toMatchObject({ presets: [{ name: 'Be brief.', text: 'Be brief.' }] }),
    )
    await user.type(panel.getByRole('textbox', { name: 'Name' }), 'Brief')
    // At once when the panel is left, whatever the clock says.
    await user.keyboard('{Escape}')
    expect(kept().at(-1)?.input).toMatchObject({ presets: [{ name: 'Brief', text: 'Be brief.' }] })
    expect(main.asked.filter(({ name }) => name === 'deletePreset')).toEqual([])
  })

  it('never keeps a prompt without words in the place of one that has some', async () => {
    const { user, panel, kept } = await openPanel([REVIEW])
    await user.click(panel.getByRole('button', { name: /^Review/ }))
    await user.clear(panel.getByRole('textbox', { name: 'Prompt' }))
    expect(panel.getByRole('alert').textContent).toMatch(/needs words/)
    await user.click(panel.getByRole('button', { name: 'All prompts' }))
    expect(kept()).toEqual([])
    expect(panel.getByRole('button', { name: /^Review/ })).toBeDefined()
  })

  it('deletes with a way back', async () => {
    const { user, panel, kept } = await openPanel([REVIEW])
    await user.click(panel.getByRole('button', { name: /^Review/ }))
    await user.click(panel.getByRole('button', { name: 'Delete' }))
    expect(kept().at(-1)).toEqual({ name: 'deletePreset', input: { id: 'p2' } })
    expect(panel.queryByRole('button', { name: /^Review/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(kept().at(-1)).toEqual({ name: 'keepPresets', input: { presets: [REVIEW] } })
    expect(panel.getByRole('button', { name: /^Review/ })).toBeDefined()
  })

  it('deletes a prompt that was just being written, and brings back its last words', async () => {
    const { user, panel, kept } = await openPanel([REVIEW])
    await user.click(panel.getByRole('button', { name: /^Review/ }))
    fireEvent.change(panel.getByRole('textbox', { name: 'Prompt' }), { target: { value: 'Review it all.' } })
    await user.click(panel.getByRole('button', { name: 'Delete' }))
    expect(kept()).toEqual([{ name: 'deletePreset', input: { id: 'p2' } }])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(kept().at(-1)?.input).toEqual({ presets: [{ ...REVIEW, text: 'Review it all.' }] })
  })

  it('says so when main refuses, and shows what is really kept', async () => {
    const { main, user, panel } = await openPanel([REVIEW])
    main.answer({ deletePreset: () => ({ ok: false, error: { code: 'not-kept', detail: 'ENOSPC' } }) })
    await user.click(panel.getByRole('button', { name: /^Review/ }))
    await user.click(panel.getByRole('button', { name: 'Delete' }))
    expect((await panel.findByRole('alert')).textContent).toMatch(/disk/i)
    expect(panel.getByRole('button', { name: /^Review/ })).toBeDefined()
  })

  it('hears of what another window does', async () => {
    const { main, panel } = await openPanel([REVIEW])
    act(() => main.announce('presets', { presets: [TRANSLATE] }))
    expect(panel.queryByRole('button', { name: /^Review/ })).toBeNull()
    expect(panel.getByRole('button', { name: /^Translate/ })).toBeDefined()
  })

  it('has the ways out and in', async () => {
    const { main, user, panel } = await openPanel([REVIEW])
    main.answer({
      exportPresets: () => ({ ok: true, value: { outcome: 'done', savedAs: 'prompts.jsonl' } }),
    })
    await user.click(panel.getByRole('button', { name: 'Export…' }))
    expect(await screen.findByText('Saved as prompts.jsonl.')).toBeDefined()
    await user.click(panel.getByRole('button', { name: 'Import…' }))
    expect(screen.getByRole('tab', { name: 'Data', selected: true })).toBeDefined()
  })
})
