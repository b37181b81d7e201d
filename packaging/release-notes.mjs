/** What the newest part of a changelog says: of this version, or of what is not yet released.
 * @param {string} changelog in Markdown, newest first
 * @param {string} version
 * @returns {string} empty when it has no such part */
export function readReleaseNotes(changelog, version) {
  const [, ...parts] = changelog.split(/^## /m)
  const part =
    parts.find((each) => isOf(each, version)) ?? parts.find((each) => isOf(each, 'Unreleased')) ?? ''
  return part.slice(part.indexOf('\n') + 1).trim()
}

/**
 * @param {string} part
 * @param {string} name which stands in its heading, perhaps in brackets and before a date */
function isOf(part, name) {
  return part.replace('[', '').split(/[\]\s]/, 1)[0] === name
}
