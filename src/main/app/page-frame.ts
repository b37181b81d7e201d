import type { WebFrameMain } from 'electron'

/** Where the page lies, and the address of its one document. */
export interface PageAddress {
  readonly origin: string
  readonly url: string
}

/**
 * Whether a request comes from the page itself: from a whole window, not from a frame within, that shows our one document.
 * `null` is a frame that has left its document since it asked.
 */
export function isPageFrame(
  frame: Pick<WebFrameMain, 'parent' | 'origin' | 'url'> | null,
  { origin, url }: PageAddress,
): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin && isSameDocument(frame.url, url)
}

/** Whether two addresses differ in their fragment at most. */
export function isSameDocument(url: string, other: string): boolean {
  return withoutFragment(url) === withoutFragment(other)
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '')
}
