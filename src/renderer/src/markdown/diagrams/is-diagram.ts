/** Whether the info string of a fence names Mermaid. */
export function isDiagram(info: string): boolean {
  return /^(?:mermaid|mmd)(?![\w-])/i.test(info)
}
