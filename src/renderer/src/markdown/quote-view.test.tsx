import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { renderMarkdown } from './testing/render-markdown'

describe('QuoteView', () => {
  it.each([
    ['> [!NOTE]\n> text', 'Note'],
    ['> [!tip]\n>\n> text', 'Tip'],
    ['> [!CAUTION]\\\n> text', 'Caution'],
  ])('draws %j as an alert', (text, name) => {
    renderMarkdown(text)
    expect(screen.getByRole('complementary', { name }).textContent).toBe(`${name}text`)
  })

  it.each(['> [!NOTE] with text', '> [!OTHER]\n> text', '> text\n> [!NOTE]'])('leaves %j a quote', (text) => {
    renderMarkdown(text)
    expect(screen.getByRole('blockquote').textContent).toBe(text.replaceAll('> ', ''))
  })
})
