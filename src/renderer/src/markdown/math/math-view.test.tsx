import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { renderMarkdown } from '../testing/render-markdown'
import { loadTypesetter } from './use-typesetter'

describe('MathView', () => {
  it('draws a formula with its meaning for those who hear it, and leaves money as it is', async () => {
    const { container } = renderMarkdown('It is $x^2$ for $5 and $6.')
    await expect.poll(() => container.querySelectorAll('math')).toHaveLength(1)
    expect(container.querySelector('annotation')?.textContent).toBe('x^2')
    expect(container.textContent).toMatch(/^It is .* for \$5 and \$6\.$/)
  })

  it('shows the source of a formula that it cannot read, and says why', async () => {
    await loadTypesetter()
    renderMarkdown('Bad: $\\frac{a$ here')
    expect(screen.getByTitle(/^This could not be read as a formula: /).textContent).toBe('\\frac{a')
  })

  it('shows an open formula as source, and then at once as a whole', async () => {
    await loadTypesetter()
    const { container, show } = renderMarkdown('$$\n\\frac{a}{b}\n', true)
    expect([container.textContent, container.querySelector('math')]).toEqual(['\\frac{a}{b}', null])
    show('$$\n\\frac{a}{b}\n$$\n', true)
    expect(container.querySelectorAll('mfrac')).toHaveLength(1)
  })

  it('keeps the element of a settled formula while more text arrives', async () => {
    await loadTypesetter()
    const { container, show } = renderMarkdown('$$\nx\n$$\n\nmore', true)
    const drawn = container.querySelector('.katex')
    show('$$\nx\n$$\n\nmore and more', true)
    expect(drawn).not.toBeNull()
    expect(container.querySelector('.katex')).toBe(drawn)
  })

  it('sets no style as an attribute of a string, which the page would refuse', async () => {
    await loadTypesetter()
    const { container } = renderMarkdown('$\\vec{v}$')
    expect(container.querySelector<SVGElement>('svg[style]')?.style.width).toMatch(/em$/)
    expect(container.querySelector('[data-style]')).toBeNull()
  })
})
