/** Ours, and what it is measured beside. */
export const RENDERER_NAMES = ['plain', 'ours', 'streamdown', 'bareStreamdown', 'reactMarkdown'] as const

export type RendererName = (typeof RENDERER_NAMES)[number]
