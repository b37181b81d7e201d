import type { Page } from '@playwright/test'

interface Place {
  readonly word: string
  readonly left: number
  readonly right: number
}

interface Move {
  readonly what: string
  /** In milliseconds of the page's clock. */
  readonly at: number
}

declare global {
  interface Window {
    steadyProbe: { readonly moves: Move[]; frames: number; words: number }
  }
}

/** Notes, frame by frame, where each shown word of the latest reply stands, and each one that has moved sideways. */
export async function watchWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const NOT_WORDS = '.katex, math, button, figcaption, [aria-hidden]'
    const ROUNDING_PX = 0.6
    const probe = { moves: [] as Move[], frames: 0, words: 0 }
    window.steadyProbe = probe
    let before: ReadonlyMap<number, Place> = new Map()

    const isShown = (node: Node): boolean =>
      node.parentElement?.closest(NOT_WORDS) === null &&
      node.parentElement.checkVisibility({ visibilityProperty: true })

    /** Neighbouring texts in one block are one run: a word may go on behind a mark or the caret. */
    const look = (): ReadonlyMap<number, Place> => {
      const reply = [...document.querySelectorAll('[data-flowing]')].at(-1)
      const places = new Map<number, Place>()
      if (reply === undefined) return places
      const texts = document.createTreeWalker(reply, NodeFilter.SHOW_TEXT)
      let offset = 0
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        if (!isShown(node)) continue
        const range = document.createRange()
        for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(
          /[^\s\u3040-\u9fff]+|[\u3040-\u9fff]/g,
        )) {
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const { left, right } = range.getBoundingClientRect()
          places.set(offset, { word, left, right })
          offset += word.length
        }
      }
      return places
    }

    const step = (): void => {
      const now = look()
      for (const [offset, { word, left, right }] of before) {
        const next = now.get(offset)
        if (next === undefined || !next.word.startsWith(word)) continue
        // The right edge of a Japanese character is where the next one begins: that one may not be shown yet.
        const isWord = next.word === word && /^[\x21-\x7e]+$/.test(word)
        const isWider = isWord && Math.abs(next.right - right) > ROUNDING_PX
        if (Math.abs(next.left - left) <= ROUNDING_PX && !isWider) continue
        const what = `${word} at ${offset}: ${left}–${right} to ${next.left}–${next.right}`
        probe.moves.push({ what, at: performance.now() })
      }
      probe.frames += now.size > before.size ? 1 : 0
      probe.words = now.size
      before = now
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}
