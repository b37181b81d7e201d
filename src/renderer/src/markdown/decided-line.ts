/** No line but one of text begins like this, whatever follows. */
export const ONLY_TEXT =
  /^(?:[^\s`~>*\-_+#=[<|:\d$\\]|\$[^$]|\\[^[]|\*[^\s*[]|\*{2}[^\s*]|_{1,2}[^\s_]|`{1,2}[^`]|\d{1,9}[^\d.)])/

const MARKERS = /^ *(?:(?:[-+*]|\d{1,9}[.)]) {1,4})*/

/** It may close a formula, or go on. */
const MATH_END = /(?:\$\$|\\\])[.,;:。、]?\s*$/

/** Whether a line that still grows will remain the line of text, or the list item, that it is now. */
export function isDecided(line: string): boolean {
  return !MATH_END.test(line) && ONLY_TEXT.test(line.replace(MARKERS, ''))
}
