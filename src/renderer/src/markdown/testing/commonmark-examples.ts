import { createRequire } from 'node:module'

interface Example {
  readonly number: number
  readonly markdown: string
}

/** The package has no types of its own. */
const specification = createRequire(import.meta.url)('commonmark-spec') as {
  readonly tests: readonly Example[]
}

/** Every example of the CommonMark specification; it writes a tab as an arrow. */
export const COMMONMARK_EXAMPLES: readonly Example[] = specification.tests.map(({ number, markdown }) => ({
  number,
  markdown: markdown.replaceAll('→', '\t'),
}))
