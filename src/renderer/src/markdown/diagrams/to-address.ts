/** A drawing as the address of an image: there a browser runs no script and asks no host, whatever the drawing holds. */
export function toAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
