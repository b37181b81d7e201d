import { marked } from 'marked'
import { memo } from 'react'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'

import type { RendererProps } from '../markdown/page/renderers'

/** As the Vercel AI SDK's cookbook has it: the text cut into blocks, and each block drawn again only when it changed. */
export function WithReactMarkdown({ text }: RendererProps) {
  return marked.lexer(text).map(({ raw }, index) => <Block key={index} source={raw} />)
}

const PLUGINS = [remarkGfm]

const Block = memo(function Block({ source }: { readonly source: string }) {
  return <Markdown remarkPlugins={PLUGINS}>{source}</Markdown>
})
