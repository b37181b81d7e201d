/** One message as it is copied. */
export interface SpokenPart {
  readonly speaker: string
  readonly markdown: string
}

/** Several messages as one Markdown text: who speaks is a heading, as long as there is more than one message. */
export function conversationMarkdown(parts: readonly SpokenPart[]): string {
  const said = parts.filter(({ markdown }) => markdown !== '')
  if (said.length === 1) return said[0]?.markdown ?? ''
  return said.map(({ speaker, markdown }) => `## ${speaker}\n\n${markdown}`).join('\n\n')
}
