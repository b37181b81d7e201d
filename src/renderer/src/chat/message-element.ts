/** Where a message is in the page, for those who only have the page. */
export function findMessage(view: ParentNode, messageId: string): HTMLElement | null {
  return view.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`)
}

export function allMessages(view: ParentNode): readonly HTMLElement[] {
  return [...view.querySelectorAll<HTMLElement>('[data-message]')]
}

/** The message that a node belongs to. */
export function messageOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest<HTMLElement>('[data-message]') ?? null
}

/** The scroll position at which the upper edge of a message is that far below the upper edge of the view. */
export function topAt(scroller: Element, message: Element, offset = 0): number {
  return scroller.scrollTop + distance(scroller, message) - offset
}

/** From the upper edge of the view down to the upper edge of a message, in pixels. */
export function distance(scroller: Element, message: Element): number {
  return message.getBoundingClientRect().top - scroller.getBoundingClientRect().top
}
