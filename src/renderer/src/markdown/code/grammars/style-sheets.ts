import * as modes from '@codemirror/legacy-modes/mode/css'

import { primed } from './primed'

export const css = primed(modes.css)
export const scss = primed(modes.sCSS)
export const less = primed(modes.less)
