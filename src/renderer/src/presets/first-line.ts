/** What a prompt begins with, to know it again by. */
export function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}
