import type { Bridge } from '#shared/contract'

import { createDrawingRoom } from './markdown/diagrams/drawing-room'
import { openDiagramFrame } from './markdown/diagrams/open-diagram-frame'
import { createImageStore } from './markdown/images/image-store'
import type { Outside } from './markdown/outside'

/** In development the frame comes from the dev server, as the page does. */
const DIAGRAM_PAGE = import.meta.env.DEV ? '/diagram.html' : 'app://diagram/diagram.html'

/** What Markdown needs from beyond text: a frame for diagrams, and main for images and files. */
export function createOutside(bridge: Bridge, saveSvg: Outside['saveSvg']): Outside {
  return {
    drawingRoom: createDrawingRoom({
      openFrame: (onMessage) => openDiagramFrame(document, DIAGRAM_PAGE, onMessage),
      after: (ms, act) => {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
    }),
    images: createImageStore(async (address) => {
      const answer = await bridge.ask('loadImage', { address })
      return answer.ok ? answer.value : { outcome: 'unreachable' }
    }),
    saveSvg,
    savePng: async (name, base64) => {
      const answer = await bridge.ask('savePng', { name, base64 })
      if (!answer.ok) throw new Error(answer.error.detail)
    },
  }
}
