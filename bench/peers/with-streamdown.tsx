import 'katex/dist/katex.min.css'
import 'streamdown/styles.css'

import { code } from '@streamdown/code'
import { math } from '@streamdown/math'
import { Streamdown } from 'streamdown'

import type { RendererProps } from '../markdown/page/renderers'

const PLUGINS = { code, math }

/** As its documentation has it, but without the animation of each word: code in colours, and formulas. */
export function WithStreamdown({ text, isLive }: RendererProps) {
  return (
    <Streamdown plugins={PLUGINS} isAnimating={isLive}>
      {text}
    </Streamdown>
  )
}

/** Without its plugins: code is plain, and formulas are source. */
export function WithBareStreamdown({ text, isLive }: RendererProps) {
  return <Streamdown isAnimating={isLive}>{text}</Streamdown>
}
