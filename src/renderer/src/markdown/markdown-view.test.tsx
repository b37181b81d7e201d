import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { renderMarkdown } from './testing/render-markdown'

describe('MarkdownView', () => {
  it('draws headings, emphasis, lists, quotes and rules as what they are', () => {
    renderMarkdown('# One\n\nA **bold** *fine* ~~old~~ `code`\n\n- a\n  - b\n\n3. c\n\n> quoted\n\n---')
    expect({
      heading: screen.getByRole('heading', { level: 1 }).textContent,
      strong: screen.getByRole('strong').textContent,
      emphasis: screen.getByRole('emphasis').textContent,
      deletion: screen.getByRole('deletion').textContent,
      code: screen.getByRole('code').textContent,
      items: screen.getAllByRole('listitem').map((item) => item.textContent),
      start: screen.getAllByRole('list').map((list) => list.getAttribute('start')),
      quote: screen.getByRole('blockquote').textContent,
      rules: screen.getAllByRole('separator').length,
    }).toEqual({
      heading: 'One',
      strong: 'bold',
      emphasis: 'fine',
      deletion: 'old',
      code: 'code',
      items: ['ab', 'b', 'c'],
      start: [null, null, '3'],
      quote: 'quoted',
      rules: 1,
    })
  })

  it('opens a link in the browser of the system and tells it nothing', () => {
    renderMarkdown('[site](https://example.com "title") and https://example.org')
    expect(screen.getAllByRole('link').map((link) => link.outerHTML)).toEqual([
      '<a href="https://example.com/" title="title" target="_blank" rel="noreferrer">site</a>',
      '<a href="https://example.org/" target="_blank" rel="noreferrer">https://example.org</a>',
    ])
  })

  it('draws a link that it does not open as plain text', () => {
    const { container } = renderMarkdown('[here](/local) and [there](javascript:alert(1))')
    expect(screen.queryByRole('link')).toBeNull()
    expect(container.textContent).toBe('here and [there](javascript:alert(1))')
  })

  it('stands a named placeholder in for an image', () => {
    renderMarkdown('![A river](https://example.com/river.png)')
    expect(screen.getByRole('img', { name: 'A river (Image from example.com)' })).toBeDefined()
  })

  it('marks tasks as done or not', () => {
    renderMarkdown('- [x] one\n- [ ] two')
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['one', 'two'])
    expect(screen.getByRole('checkbox', { name: 'Done', checked: true })).toBeDefined()
    expect(screen.getByRole('checkbox', { name: 'Not done', checked: false })).toBeDefined()
  })

  it('aligns the cells of a table and lets a keyboard scroll it', () => {
    renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |')
    const table = within(screen.getByRole('region', { name: 'Table' }))
    expect(table.getAllByRole('columnheader').map((cell) => cell.dataset['align'])).toEqual([
      undefined,
      'right',
    ])
    expect(table.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['1', '2'])
  })

  it('copies code as it was written, without its fence', async () => {
    const user = userEvent.setup()
    renderMarkdown('```ts title="a.ts"\nconst a = 1\n\n  return a\n```')
    await user.click(
      within(screen.getByRole('figure', { name: 'Code in TypeScript' })).getByRole('button', {
        name: 'Copy',
      }),
    )
    expect(await navigator.clipboard.readText()).toBe('const a = 1\n\n  return a')
    expect(screen.getByRole('button', { name: 'Copied' })).toBeDefined()
  })

  it('keeps the elements of settled blocks while more text arrives, and when it ends', () => {
    const { show } = renderMarkdown('# One\n\nTwo\n\n', true)
    const heading = screen.getByRole('heading')
    const paragraph = screen.getByText('Two')
    show('# One\n\nTwo\n\n- three', true)
    show('# One\n\nTwo\n\n- three\n\nfour', false)
    expect(screen.getByRole('heading')).toBe(heading)
    expect(screen.getByText('Two')).toBe(paragraph)
    expect(screen.getByText('four')).toBeDefined()
  })

  it('explains abbreviations, to a pointer and to everyone else', () => {
    renderMarkdown('HTMLとは\n\n*[HTML]: Hyper Text Markup Language')
    expect(screen.getByText('HTML', { selector: 'abbr' }).title).toBe('Hyper Text Markup Language')
    const list = within(screen.getByRole('group'))
    expect(list.getByText('Abbreviations (1)').localName).toBe('summary')
    expect([list.getByRole('term').textContent, list.getByRole('definition').textContent]).toEqual([
      'HTML',
      'Hyper Text Markup Language',
    ])
  })

  it('begins anew when the text is another one', () => {
    const { container, show } = renderMarkdown('# One\n\nTwo', true)
    show('Three', true)
    expect(container.textContent).toBe('Three')
  })
})
