/**
 * A base address as the classes want it, of what somebody pasted: they may have taken the address of one of its requests, one
 * that ends with one of `tails`.
 */
export function toBaseAddress(address: string, tails: readonly string[] = []): string {
  const base = withoutSlash(address.replace(/[?#].*$/, ''))
  const tail = tails.find((each) => base.toLowerCase().endsWith(each))
  return tail === undefined ? base : withoutSlash(base.slice(0, -tail.length))
}

export function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '')
}
