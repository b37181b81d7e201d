/** Puts a text on the clipboard together with its rich form, so that each program takes what it understands. */
export function writeRichText(text: string, html: string): Promise<void> {
  const toBlob = (type: string, words: string) => new Blob([words], { type })
  const forms = { 'text/plain': toBlob('text/plain', text), 'text/html': toBlob('text/html', html) }
  return navigator.clipboard.write([new ClipboardItem(forms)])
}
