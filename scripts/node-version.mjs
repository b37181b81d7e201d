/** The sentence for a Node that is too old for the tools, or undefined for one that will do.
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined} */
export function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (isNewEnough) return undefined
  const line = major === 22 ? ' (in the 22 line, 22.12 or newer)' : ''
  return `Node 20.19 or newer is needed${line}; this is Node ${version}.`
}
