import * as modes from '@codemirror/legacy-modes/mode/javascript'

import { primed } from './primed'

export const javascript = primed(modes.javascript)
export const typescript = primed(modes.typescript)
export const json = primed(modes.json)
