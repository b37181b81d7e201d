/** As much of the peers as the bench uses: their own types are there only once the bench has installed them. */
declare module 'streamdown' {
  import type { ComponentType } from 'react'

  export const Streamdown: ComponentType<{
    readonly children: string
    readonly plugins?: Readonly<Record<string, unknown>>
    readonly isAnimating?: boolean
  }>
}

declare module 'react-markdown' {
  import type { ComponentType } from 'react'

  const Markdown: ComponentType<{ readonly children: string; readonly remarkPlugins: readonly unknown[] }>
  export { Markdown as default }
}

declare module 'remark-gfm' {
  const remarkGfm: unknown
  export { remarkGfm as default }
}

declare module '@streamdown/code' {
  export const code: unknown
}

declare module '@streamdown/math' {
  export const math: unknown
}
