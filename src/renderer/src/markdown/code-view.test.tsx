import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { parserOf } from './code/testing/paint'
import { renderMarkdown } from './testing/render-markdown'

/** What waits for the window to have nothing else to do; run by hand. */
const waiting = new Map<number, IdleRequestCallback>()

async function idle(): Promise<void> {
  const runs = [...waiting.values()]
  waiting.clear()
  await act(async () => {
    for (const run of runs) run({ didTimeout: false, timeRemaining: () => 50 })
  })
}

beforeEach(async () => {
  await parserOf('ts')
  let count = 0
  vi.stubGlobal('requestIdleCallback', (run: IdleRequestCallback) => {
    waiting.set(++count, run)
    return count
  })
  vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle))
})

afterEach(() => waiting.clear())

/** The coloured parts of a block, in order. */
function colours(): readonly string[] {
  const lines = [...screen.getByRole('code').querySelectorAll('[data-line]')]
  return lines.flatMap((line) =>
    [...line.querySelectorAll(':scope > :not([aria-hidden])')].map((part) => part.textContent),
  )
}

describe('CodeView', () => {
  it('colours code in a language that has been met, and says what the code is', () => {
    renderMarkdown('```ts title="src/a.ts"\nconst a = 1\n```')
    const figure = within(screen.getByRole('figure', { name: 'Code in TypeScript' }))
    expect(figure.getByText('src/a.ts')).toBeDefined()
    expect(figure.getByText('TypeScript')).toBeDefined()
    expect(figure.getByRole('code').textContent).toBe('const a = 1')
    expect(colours()).toEqual(['const ', '1'])
  })

  it('lets a keyboard reach the code, to scroll it', async () => {
    const user = userEvent.setup()
    renderMarkdown('```ts:a.ts\nlet a\n```')
    for (let press = 0; press < 4; press++) await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'a.ts' }))
  })

  it('shows the text of a language at once, and its colours when its parser is there', async () => {
    renderMarkdown('```cobol\nDISPLAY "a".\n```')
    expect([screen.getByRole('code').textContent, colours()]).toEqual(['DISPLAY "a".', []])
    await act(async () => {
      await parserOf('cobol')
    })
    await vi.waitFor(() => expect(colours()).toEqual(['"a"']))
  })

  it('leaves an unknown language plain', () => {
    renderMarkdown('```klingon\nconst a = 1\n```')
    expect(screen.getByRole('figure', { name: 'Code in klingon' })).toBeDefined()
    expect(colours()).toEqual([])
  })

  it('numbers each line, where no selection reaches the number', () => {
    renderMarkdown(`\`\`\`\n${'a\n'.repeat(40)}\`\`\``)
    const lines = [...screen.getByRole('code').querySelectorAll<HTMLElement>('[data-line]')]
    expect(lines.map((line) => line.dataset['line'])).toEqual(
      Array.from({ length: 40 }, (_, at) => `${at + 1}`),
    )
    expect(screen.getByRole('code').textContent).toBe('a\n'.repeat(40).trimEnd())
  })

  it.each(['Line numbers', 'Wrap'])('switches %j on and off', async (name) => {
    const user = userEvent.setup()
    renderMarkdown('```ts\nlet a\n```')
    const before = screen.getByRole('group').className
    await user.click(screen.getByRole('button', { name, pressed: false }))
    expect(screen.getByRole('group').className).not.toBe(before)
    await user.click(screen.getByRole('button', { name, pressed: true }))
    expect(screen.getByRole('group').className).toBe(before)
  })

  it('colours while the code arrives, and keeps the elements of complete lines', () => {
    const { show } = renderMarkdown('```ts\nlet a\nle', true)
    const first = screen.getByText('let')
    show('```ts\nlet a\nlet b // c\nre', true)
    expect(colours()).toEqual(['let ', 'let ', '// c'])
    show('```ts\nlet a\nlet b // c\nreturn\n```', false)
    expect(colours()).toEqual(['let ', 'let ', '// c', 'return'])
    expect(screen.getAllByText('let')[0]).toBe(first)
  })

  it('shows a long block at once, and colours the rest of it in idle time', async () => {
    const code = 'let a = 1\n'.repeat(500).trimEnd()
    renderMarkdown(`\`\`\`ts\n${code}\n\`\`\``)
    expect(screen.getByRole('code').textContent).toBe(code)
    expect(colours().length).toBeLessThan(100)
    for (let slice = 0; slice < 1_000 && waiting.size > 0; slice++) await idle()
    expect(colours()).toEqual(Array.from({ length: 1_000 }, (_, at) => (at % 2 === 0 ? 'let ' : '1')))
  })

  it('asks for no idle time once it is gone', () => {
    const { show } = renderMarkdown(`\`\`\`ts\n${'let a = 1\n'.repeat(500)}\`\`\``)
    expect(waiting.size).toBe(1)
    show('nothing', false)
    expect(waiting.size).toBe(0)
  })
})
