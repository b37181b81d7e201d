import 'katex/dist/katex.css'
import katex, { ParseError } from 'katex'

/** A formula as an element, or why there is none. */
export type Typeset = { readonly element: Node } | { readonly reason: string }

/** KaTeX's own tree, which its types leave out; it turns into elements one by one, never by way of an HTML string. */
interface Drawing {
  readonly attributes?: Record<string, string>
  readonly children?: readonly Drawing[]
  readonly toNode: () => HTMLElement
}

const { __renderToDomTree: draw } = katex as unknown as {
  readonly __renderToDomTree: (tex: string, options: object) => Drawing
}

const MANNER = {
  // Whatever names an address, a file, a class or a style needs trust.
  trust: false,
  // Japanese outside of `\text` is no fault.
  strict: 'ignore',
  throwOnError: true,
  // In em: a formula stays within its answer.
  maxSize: 40,
}

/** Draws a formula; throws for nothing that a formula can say. */
export function typeset(tex: string, isDisplay: boolean): Typeset {
  try {
    const drawing = draw(tex, { ...MANNER, displayMode: isDisplay })
    hideStyles(drawing)
    const element = drawing.toNode()
    for (const styled of element.querySelectorAll<SVGElement>('[data-style]')) {
      styled.style.cssText = styled.dataset['style'] ?? ''
      styled.removeAttribute('data-style')
    }
    return { element }
  } catch (error) {
    if (error instanceof ParseError) return { reason: error.rawMessage }
    throw error
  }
}

/** The page refuses a style that is set as an attribute. */
function hideStyles({ attributes, children }: Drawing): void {
  if (attributes?.['style'] !== undefined) {
    attributes['data-style'] = attributes['style']
    delete attributes['style']
  }
  children?.forEach(hideStyles)
}
