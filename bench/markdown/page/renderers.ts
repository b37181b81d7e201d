import type { ComponentType } from 'react'

import type { RendererName } from '../renderer-names'

/** What shows a text that grows. */
export type Renderer = ComponentType<RendererProps>

export interface RendererProps {
  readonly text: string
  /** True while more text may follow. */
  readonly isLive: boolean
}

/** Each is loaded alone, so that it pays for nothing of the others. */
export const RENDERERS: Readonly<Record<RendererName, () => Promise<Renderer>>> = {
  ours: async () => (await import('./our-markdown')).OurMarkdown,
  plain: async () => (await import('./plain-text')).PlainText,
  streamdown: async () => (await import('../../peers/with-streamdown')).WithStreamdown,
  bareStreamdown: async () => (await import('../../peers/with-streamdown')).WithBareStreamdown,
  reactMarkdown: async () => (await import('../../peers/with-react-markdown')).WithReactMarkdown,
}
