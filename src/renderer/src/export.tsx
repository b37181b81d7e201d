import './ui/theme.css'
import './ui/base.css'
import './portable/export.css'

import { createRenderExport } from './portable/render-export'

/**
 * A page without a bridge and without a reader, in a window that is never shown: main calls its one function, so that an
 * export goes through the same Markdown as the conversation does.
 */
Object.assign(globalThis, { renderExport: createRenderExport(document) })
