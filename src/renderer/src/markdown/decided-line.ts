/** No line but one of text begins like this, whatever follows. */
export const ONLY_TEXT = /^(?:[^\s`~>*\-_+#=[<|:\d]|\*{1,2}[^\s*]|_{1,2}[^\s_]|`{1,2}[^`]|\d{1,9}[^\d.)])/

const MARKERS = /^ *(?:(?:[-+*]|\d{1,9}[.)]) {1,4})*/

/** Whether a line that still grows will remain the line of text, or the list item, that it is now. */
export function isDecided(line: string): boolean {
  return ONLY_TEXT.test(line.replace(MARKERS, ''))
}
