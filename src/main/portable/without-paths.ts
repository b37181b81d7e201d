/** An absolute path of this computer: two names or more behind a root, a drive or a share; no part of an address. */
const PATH = /(?<![\w:/.~-])(?:[A-Za-z]:[\\/]|\\\\|~?\/)(?:[^\s/\\'"<>|:*?]+[\\/])+[^\s/\\'"<>|:*?,;)]*/g

/** The same facts, without where on this computer a file lay: an export may go to anybody. */
export function withoutPaths(facts: object): object {
  return JSON.parse(
    JSON.stringify(facts, (name, value: unknown) => {
      if (name === 'file') return undefined
      return typeof value === 'string' && name === 'detail' ? value.replaceAll(PATH, '…') : value
    }),
  ) as object
}
