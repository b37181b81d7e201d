import type { FindTop } from './follow-end'
import { allMessages, distance, topAt } from './message-element'

export interface UnfoldingOptions {
  readonly scroller: HTMLElement
  /** A press made the text taller: where the view is when what was pressed stands where it stood. */
  readonly onUnfold: (place: FindTop) => void
}

/** A model that only thinks yet: its thought, when it is opened, is the end that is followed. */
const THINKING = 'article[aria-busy="true"]:not(:has([data-reply-text]))'

/** Watches what is pressed in the text, by pointer or by key, and whether that unfolds something. */
export function watchUnfolding({ scroller, onUnfold }: UnfoldingOptions): () => void {
  const { defaultView: window } = scroller.ownerDocument
  let before: { readonly control: Element; readonly offset: number; readonly height: number } | undefined

  function onPress({ target }: Event): void {
    const control = target instanceof Element ? target.closest('button, summary') : null
    before =
      control === null || isTheEnd(control)
        ? undefined
        : { control, offset: distance(scroller, control), height: scroller.scrollHeight }
  }

  // By now a button has done what it does. A summary unfolds after this event, and before the next frame.
  function onPressed(): void {
    if (before?.control instanceof HTMLButtonElement) compare()
    else if (before !== undefined) window?.requestAnimationFrame(compare)
  }

  function compare(): void {
    if (before === undefined || scroller.scrollHeight <= before.height) return
    const { control, offset } = before
    onUnfold(() => (control.isConnected ? topAt(scroller, control, offset) : undefined))
  }

  /** What is unfolded beneath the last message is the new end. */
  function isTheEnd(control: Element): boolean {
    if (control.closest(THINKING) !== null) return true
    return control.closest('footer') !== null && allMessages(scroller).at(-1)?.contains(control) === true
  }

  scroller.addEventListener('click', onPress, { capture: true })
  window?.addEventListener('click', onPressed)
  return () => {
    scroller.removeEventListener('click', onPress, { capture: true })
    window?.removeEventListener('click', onPressed)
  }
}
