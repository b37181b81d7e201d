import '../../../src/renderer/src/ui/theme.css'
import '../../../src/renderer/src/ui/base.css'

import { RENDERERS } from './renderers'
import { streamText, type Streamed, type StreamPlan } from './stream-text'
import type { RendererName } from '../renderer-names'

export interface BenchPage {
  /** Shows a text as it grows, and takes it away again. */
  readonly run: (name: RendererName, plan: StreamPlan) => Promise<Streamed>
  /** Takes away what the last run has shown. */
  readonly clear: () => void
}

let clear = (): void => undefined

const bench: BenchPage = {
  run: async (name, plan) => {
    const renderer = await RENDERERS[name]()
    const { streamed, unmount } = await streamText(document.getElementById('root')!, renderer, plan)
    clear = unmount
    return streamed
  },
  clear: () => clear(),
}

Object.assign(window, { bench })
