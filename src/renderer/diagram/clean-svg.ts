import type { Picture } from '../src/markdown/diagrams/frame-message'

/** Elements that run, embed or fetch something. */
const FOREIGN = 'script, iframe, object, embed, audio, video, foreignObject, image, link, meta, animate, set'

/** The drawing as a file of its own, in which nothing runs and nothing leads out. */
export function cleanSvg(svg: string): Picture {
  const document = new DOMParser().parseFromString(svg, 'text/html')
  const root = document.querySelector('svg')
  if (root === null) throw new Error('Nothing was drawn')
  const title = root.querySelector(':scope > title')?.textContent ?? ''
  const description = root.querySelector(':scope > desc')?.textContent ?? ''
  for (const element of root.querySelectorAll(FOREIGN)) element.remove()
  for (const element of [root, ...root.querySelectorAll('*')]) cleanElement(element)
  const { width, height } = readSize(root)
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  root.removeAttribute('style')
  return { svg: new XMLSerializer().serializeToString(root), width, height, title, description }
}

function cleanElement(element: Element): void {
  if (element.localName === 'style') element.textContent = withoutAddresses(element.textContent)
  for (const { name, value } of [...element.attributes]) {
    const isScript = /^on/i.test(name)
    const isLink = /(?:^|:)href$/i.test(name) && !value.startsWith('#')
    if (isScript || isLink || name === 'target') element.removeAttribute(name)
    else if (/url\(|@import|\\/i.test(value)) element.setAttribute(name, withoutAddresses(value))
  }
}

/** Style without anything that is fetched; what lies in the drawing itself, as `url(#arrow)`, stays. */
function withoutAddresses(css: string): string {
  return css
    .replaceAll('\\', '')
    .replace(/@(?:import|font-face|namespace)[^;{}]*(?:;|\{[^}]*\})/gi, '')
    .replace(/(?:url|image-set|image|src)\(\s*(?!["']?#)[^)]*\)/gi, 'none')
}

function readSize(root: Element): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
  if (!(width > 0 && height > 0)) throw new Error('The drawing has no size')
  return { width: Math.ceil(width), height: Math.ceil(height) }
}
