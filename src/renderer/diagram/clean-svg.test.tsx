import { describe, expect, it } from 'vitest'

import { cleanSvg } from './clean-svg'

const draw = (inside: string, more = '') =>
  cleanSvg(`<svg viewBox="-8 -8 100.2 50" ${more}>${inside}</svg>`).svg

describe('cleanSvg', () => {
  it('gives a drawing its size, and its author’s words for it', () => {
    expect(
      cleanSvg('<svg viewBox="0 0 100.2 50" style="max-width: 1px"><title>A</title><desc>B</desc></svg>'),
    ).toEqual({
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100.2 50" width="101" height="50"><title>A</title><desc>B</desc></svg>',
      width: 101,
      height: 50,
      title: 'A',
      description: 'B',
    })
  })

  it.each([
    '<script>alert(1)</script>',
    '<foreignObject><div onclick="x()">y</div></foreignObject>',
    '<iframe src="https://example.com"></iframe>',
    '<image href="https://example.com/x.png"></image>',
    '<image xlink:href="data:image/png;base64,x"></image>',
    '<animate attributeName="href" to="javascript:alert(1)"></animate>',
    '<a href="javascript:alert(1)">x</a>',
    '<a xlink:href="https://example.com" target="_top">x</a>',
    '<use href="https://example.com/x.svg#a"></use>',
    '<rect onload="alert(1)" onclick="alert(1)"></rect>',
    '<style>@import url(https://example.com/x.css);</style>',
    '<style>@import "https://example.com/x.css";</style>',
    '<style>a{background:image-set("https://example.com/x" 1x)}</style>',
    '<style>@font-face{font-family:x;src:url(//example.com/f)}</style>',
    '<rect style="fill:url(https://example.com/x#a)"></rect>',
    '<rect fill="url(https://example.com/x#a)" filter="URL(\'//example.com\')"></rect>',
  ])('leaves nothing that runs or leads out of %s', (inside) => {
    expect(draw(inside)).not.toMatch(/example\.com|javascript|alert|on\w+=|<script|foreignObject|base64|_top/)
  })

  // cspell:words mport
  it('disarms what CSS can hide behind an escape', () => {
    expect(draw('<style>@\\69mport "//example.com";a{fill:u\\72l(//example.com)}</style>')).toContain(
      '<style>@69mport "//example.com";a{fill:u72l(//example.com)}</style>',
    )
  })

  it('keeps what lies in the drawing itself', () => {
    const inside =
      '<style>.a{filter:url(#shadow);fill:#fff}</style><path marker-end="url(#arrow)" class="a"/><use href="#b"/>'
    const kept = draw(inside)
    for (const part of ['filter:url(#shadow);fill:#fff', 'marker-end="url(#arrow)"', 'href="#b"']) {
      expect(kept).toContain(part)
    }
  })

  it.each(['<p>no drawing</p>', '<svg></svg>', '<svg viewBox="0 0 0 10"></svg>'])('refuses %s', (svg) => {
    expect(() => cleanSvg(svg)).toThrow()
  })
})
