import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { createFakeOutside } from './testing/fake-outside'
import { renderMarkdown } from './testing/render-markdown'

const SOURCE = 'flowchart LR\n  A --> B'
const TEXT = `\`\`\`mermaid\n${SOURCE}\n\`\`\`\n\nText`

/** jsdom has no media queries. */
let isDark = false
let onLookChange: () => void = () => {}
beforeEach(() => {
  isDark = false
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return isDark
    },
    addEventListener: (_: string, listener: () => void) => {
      onLookChange = listener
    },
    removeEventListener: () => {},
  }))
})

async function renderDrawn(svg?: string) {
  const fake = createFakeOutside()
  const view = renderMarkdown(TEXT, false, fake.outside)
  fake.say({ type: 'ready' })
  await act(async () => fake.draw(svg))
  return { ...fake, ...view, user: userEvent.setup() }
}

describe('DiagramView', () => {
  it('shows the source while the fence is open, and the drawing once it has closed', async () => {
    const { outside, frames, say, draw } = createFakeOutside()
    const { show } = renderMarkdown('```mermaid\nflowchart LR\n  A', true, outside)
    expect(screen.getByRole('code').textContent).toBe('flowchart LR\n  A')
    show('```mermaid\nflowchart LR\n  A --> B\n```', true)
    expect(frames).toEqual([])
    show(TEXT, true)
    expect(screen.getByRole('code').textContent).toBe(SOURCE)
    say({ type: 'ready' })
    expect(frames[0]?.told).toMatchObject([{ type: 'draw', source: SOURCE, look: 'light', language: 'en' }])
    await act(async () => draw('<svg a/>'))
    expect(screen.getByRole('img', { name: 'Diagram' }).getAttribute('src')).toBe(
      `data:image/svg+xml;charset=utf-8,${encodeURIComponent('<svg a/>')}`,
    )
    expect(screen.queryByRole('code')).toBeNull()
  })

  it('is called what its author calls it', async () => {
    const { outside, frames, say } = createFakeOutside()
    renderMarkdown(TEXT, false, outside)
    say({ type: 'ready' })
    const id = frames[0]?.told[0]?.id ?? 0
    await act(async () =>
      say({
        type: 'drawn',
        id,
        svg: '<svg />',
        width: 1,
        height: 1,
        title: 'River',
        description: 'It flows.',
      }),
    )
    expect(screen.getByRole('figure', { name: 'Diagram: River' })).toBeDefined()
    expect(screen.getByRole('region', { name: 'River' })).toBeDefined()
    expect(screen.getByRole('img', { name: 'River. It flows.' })).toBeDefined()
  })

  it('shows the source on demand, keeps the focus there, and copies it', async () => {
    const { user } = await renderDrawn()
    const toggle = screen.getByRole('button', { name: 'Source' })
    await user.click(toggle)
    expect(screen.getByRole('code').textContent).toBe(SOURCE)
    expect(screen.queryByRole('img')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Source', pressed: true }))
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe(SOURCE)
    await user.click(screen.getByRole('button', { name: 'Source' }))
    expect(screen.getByRole('img')).toBeDefined()
  })

  it('zooms with its buttons and with the keyboard, and comes back', async () => {
    const { user } = await renderDrawn()
    const width = () => screen.getByRole('img').getAttribute('width')
    const seen = [width()]
    await user.click(screen.getByRole('button', { name: 'Zoom in' }))
    seen.push(width())
    screen.getByRole('region', { name: 'Diagram' }).focus()
    for (const key of ['+', '-', '-', '0']) {
      await user.keyboard(key)
      seen.push(width())
    }
    expect(seen).toEqual(['300', '375', '469', '375', '300', '300'])
    await user.keyboard('-----------')
    expect(screen.getByRole('button', { name: 'Fit to the page' }).textContent).toBe('25%')
    await user.click(screen.getByRole('button', { name: 'Fit to the page' }))
    expect(width()).toBe('300')
  })

  it('says where a diagram is wrong, and shows its source', async () => {
    const { outside, frames, say } = createFakeOutside()
    renderMarkdown(TEXT, false, outside)
    say({ type: 'ready' })
    await act(async () => say({ type: 'failed', id: frames[0]?.told[0]?.id ?? 0, line: 2 }))
    const figure = within(screen.getByRole('figure'))
    expect(figure.getByText(/could not be drawn: Mermaid does not understand line 2\. Ask/)).toBeDefined()
    expect(figure.getByRole('code').textContent).toBe(SOURCE)
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('is drawn again when the page turns dark, and stays until then', async () => {
    const { frames, draw } = await renderDrawn('<svg light/>')
    isDark = true
    act(() => onLookChange())
    expect(screen.getByRole('img').getAttribute('src')).toContain('light')
    expect(frames[0]?.told.at(-1)).toMatchObject({ look: 'dark' })
    await act(async () => draw('<svg dark/>'))
    expect(screen.getByRole('img').getAttribute('src')).toContain('dark')
  })

  it('is saved as SVG as it looks on white paper', async () => {
    isDark = true
    const { user, saved, draw, frames } = await renderDrawn('<svg dark/>')
    await user.click(screen.getByRole('button', { name: 'Save as SVG' }))
    expect(frames[0]?.told.at(-1)).toMatchObject({ look: 'light' })
    await act(async () => draw('<svg light/>'))
    expect(saved).toEqual([['diagram.svg', '<svg light/>']])
  })

  it('leaves no view behind when it scrolls out of sight before it is drawn', () => {
    const { outside, frames, say } = createFakeOutside()
    const { unmount } = renderMarkdown(`${TEXT}\n\n\`\`\`mermaid\npie\n\`\`\`\n\nEnd`, false, outside)
    unmount()
    say({ type: 'ready' })
    expect(frames).toHaveLength(1)
    expect(frames[0]?.told.map(({ source }) => source)).not.toContain('pie')
  })

  it('stays code where there is no frame to draw in, and for other languages', () => {
    renderMarkdown(TEXT)
    const { outside, frames } = createFakeOutside()
    renderMarkdown('```mermaid-example\nx\n```\n\n```mermaid\n\n```\n\nEnd', false, outside)
    expect(screen.getAllByRole('code')).toHaveLength(3)
    expect(frames).toEqual([])
  })
})
