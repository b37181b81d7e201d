import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { renderMarkdown } from '../testing/render-markdown'

const TEXT =
  'One[^b] and two[^a], one again[^b].\n\n[^a]: Note A\n\n[^b]: Note **B**\n\n    again\n\n[^c]: Unused'

describe('FootnotesView', () => {
  it('numbers the notes by their first references, and loses none', () => {
    renderMarkdown(TEXT)
    const notes = within(screen.getByRole('doc-endnotes', { name: 'Footnotes' })).getAllByRole('listitem')
    expect(notes.map(({ textContent }) => textContent)).toEqual(['Note Bagain↩︎', 'Note A↩︎', 'Unused↩︎'])
    expect(screen.getAllByRole('doc-noteref').map(({ textContent }) => textContent)).toEqual(['1', '2', '1'])
  })

  it('leads to the note and back, and leaves the address of the page alone', async () => {
    const user = userEvent.setup()
    renderMarkdown(TEXT)
    const [, second] = screen.getAllByRole('doc-noteref')
    const before = location.href
    await user.click(second ?? document.body)
    expect([document.activeElement?.textContent, location.href]).toEqual(['Note A↩︎', before])
    await user.click(screen.getByRole('button', { name: 'Back to the text of footnote 2' }))
    expect(document.activeElement).toBe(second)
  })

  it('gives two documents ids of their own', () => {
    renderMarkdown(TEXT)
    renderMarkdown(TEXT)
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('shows a number for a note that may still come, and the text as written when it has not', () => {
    const { container, show } = renderMarkdown('See[^1] and [^a-z]. ', true)
    expect(container.textContent).toBe('See1 and [^a-z].')
    show('See[^1] and [^a-z]. ', false)
    expect(container.textContent).toBe('See[^1] and [^a-z].')
  })

  it('touches no other block when a note comes', () => {
    const { show } = renderMarkdown('See[^1].\n\nUntouched\n\n', true)
    const untouched = screen.getByText('Untouched')
    show('See[^1].\n\nUntouched\n\n[^1]: The note', false)
    expect(screen.getByRole('doc-noteref', { name: 'Footnote 1' })).toBeDefined()
    expect(screen.getByText('Untouched')).toBe(untouched)
  })
})
