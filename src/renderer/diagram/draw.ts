import mermaid from 'mermaid'

import type { DrawRequest, Picture } from '../src/markdown/diagrams/frame-message'
import { cleanSvg } from './clean-svg'
import { toFont, toThemeVariables } from './palette'

/** What a diagram may not set for itself, in `%%{init}%%` or above its first line. */
const KEPT = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'themeCSS',
  'dompurifyConfig',
  'altFontFamily',
  'fontFamily',
]

/** Draws a diagram with plain SVG text: no HTML, nothing to click, and nothing that asks a host for anything. */
export async function draw({ id, source, look, language }: DrawRequest): Promise<Picture> {
  const fontFamily = toFont(language)
  // Settings of a diagram that failed would hold for the next one.
  mermaid.mermaidAPI.reset()
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    secure: KEPT,
    theme: 'base',
    // Without shadows, which glow on a dark page.
    look: 'classic',
    fontFamily,
    themeVariables: toThemeVariables(look, fontFamily),
  })
  const { svg } = await mermaid.render(`diagram-${id}`, source)
  return cleanSvg(svg)
}
