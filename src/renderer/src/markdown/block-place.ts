import type { StateBlock } from 'markdown-it'

/** What markdown-it gives to a rule for blocks. */
export type BlockPlace = readonly [state: StateBlock, startLine: number, endLine: number, silent: boolean]
