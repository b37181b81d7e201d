import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { renderMarkdown } from '../testing/render-markdown'

const TEXT =
  '| Name | Price |\n|:--|--:|\n| **b**, "x" | ¥1,200 |\n| a \\| c | ¥980 |\n| `d` | −3.5% |\n| $e$ | |\n'

function columnOf(index: number): readonly (string | null | undefined)[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[index]?.textContent)
}

describe('TableView', () => {
  it('sorts by the value of numbers, up, down and back, with what is empty last', async () => {
    const user = userEvent.setup()
    renderMarkdown(TEXT)
    const seen = []
    for (let times = 0; times < 3; times += 1) {
      await user.click(screen.getByRole('button', { name: 'Sort by Price' }))
      const sorted = screen.getAllByRole('columnheader')[1]?.getAttribute('aria-sort')
      seen.push([sorted, columnOf(1)])
    }
    expect(seen).toEqual([
      ['ascending', ['−3.5%', '¥980', '¥1,200', '']],
      ['descending', ['¥1,200', '¥980', '−3.5%', '']],
      [null, ['¥1,200', '¥980', '−3.5%', '']],
    ])
  })

  it('sorts words with the keyboard', async () => {
    const user = userEvent.setup()
    renderMarkdown('| N |\n|---|\n| い |\n| ウ |\n| あ |\n| x10 |\n| x9 |')
    screen.getByRole('button', { name: 'Sort by N' }).focus()
    await user.keyboard('{Enter}')
    expect(columnOf(0)).toEqual(['x9', 'x10', 'あ', 'い', 'ウ'])
  })

  it('cannot be sorted while rows may still come', () => {
    const { show } = renderMarkdown(TEXT, true)
    expect(screen.queryByRole('button', { name: /Sort/ })).toBeNull()
    show(`${TEXT}\nText`, true)
    expect(screen.getAllByRole('button', { name: /Sort/ })).toHaveLength(2)
  })

  it('is not shown before its first row is whole, and keeps its columns whatever comes then', () => {
    const widths = vi.spyOn(HTMLTableCellElement.prototype, 'getBoundingClientRect')
    widths.mockImplementation(function (this: HTMLTableCellElement) {
      return {
        width: 100 * (1 + this.cellIndex) + 10 * (document.querySelectorAll('tr').length - 3),
      } as DOMRect
    })
    const shares = () =>
      [...document.querySelectorAll('col')].map(({ style }) => Math.round(Number.parseFloat(style.width)))
    const stage = () => document.querySelector('table')?.closest('[class*="_frame_"]')?.className
    const { show } = renderMarkdown('| a | b |\n|---|---|\n| 1 |', true)
    expect([shares(), stage()]).toEqual([[], expect.stringContaining('unknown')])
    show('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |', true)
    const steady = [[33, 67], expect.stringContaining('steady')]
    expect([shares(), stage()]).toEqual(steady)
    show('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n\nNext', false)
    expect([shares(), stage()]).toEqual(steady)
    widths.mockRestore()
  })

  it('breaks the lines of a cell where <br> stands, in what is copied too, and nowhere else', async () => {
    const user = userEvent.setup()
    renderMarkdown(
      '| a<br>b | c |\n|---|---|\n| **x<BR/>y** and `<br>` | 投げる<br />守る |\n\nText <br> here',
    )
    const lines = [...document.querySelectorAll('th, td')].map((cell) => cell.querySelectorAll('br').length)
    expect(lines).toEqual([1, 0, 1, 1])
    expect(document.querySelectorAll('p br')).toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
    expect(await navigator.clipboard.readText()).toBe(
      '| a<br>b | c |\n| --- | --- |\n| **x<br>y** and `<br>` | 投げる<br>守る |\n',
    )
  })

  it('is as wide as it wants to be when all of it was there from the beginning', () => {
    renderMarkdown(TEXT)
    expect(document.querySelector('col')).toBeNull()
  })

  it('copies its rows as CSV and as Markdown', async () => {
    const user = userEvent.setup()
    renderMarkdown(TEXT)
    await user.click(screen.getByRole('button', { name: 'Copy as CSV' }))
    expect(await navigator.clipboard.readText()).toBe(
      'Name,Price\r\n"b, ""x""","¥1,200"\r\na | c,¥980\r\nd,−3.5%\r\ne,\r\n',
    )
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
    expect(await navigator.clipboard.readText()).toBe(
      '| Name | Price |\n| :-- | --: |\n| **b**, "x" | ¥1,200 |\n| a \\| c | ¥980 |\n| `d` | −3.5% |\n| $e$ |  |\n',
    )
  })
})
