/** The provider's own name for its first connection, then numbered. Ids stay in conversations, so none is used twice. */
export function toNewId(providerId: string, taken: readonly string[]): string {
  if (!taken.includes(providerId)) return providerId
  const isFree = (number: number) => !taken.includes(`${providerId}-${number}`)
  let number = 2
  while (!isFree(number)) number++
  return `${providerId}-${number}`
}
