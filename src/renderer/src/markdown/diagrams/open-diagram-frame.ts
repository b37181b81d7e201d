import type { FrameMessage } from './frame-message'
import type { Frame } from './drawing-room'
import { readFrameMessage } from './read-frame-message'

/** Out of sight, but laid out: Mermaid measures its words. */
const PLACE = {
  position: 'fixed',
  inset: '0 auto auto -9999px',
  width: '1200px',
  height: '900px',
  border: '0',
}

/**
 * Opens the sandboxed frame in which Mermaid draws. It has no origin of its own, so a message to it can name none;
 * where it is cannot change, since neither the page's policy nor the guards in main let a frame navigate.
 */
export function openDiagramFrame(
  page: Document,
  address: string,
  onMessage: (message: FrameMessage) => void,
): Frame {
  const frame = page.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('aria-hidden', 'true')
  frame.inert = true
  frame.tabIndex = -1
  frame.title = ''
  Object.assign(frame.style, PLACE)
  frame.src = address

  function hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== frame.contentWindow || source === null || origin !== 'null') return
    const message = readFrameMessage(data)
    if (message !== undefined) onMessage(message)
  }

  page.defaultView?.addEventListener('message', hear)
  page.body.append(frame)
  return {
    tell: (request) => frame.contentWindow?.postMessage(request, '*'),
    close: () => {
      page.defaultView?.removeEventListener('message', hear)
      frame.remove()
    },
  }
}
