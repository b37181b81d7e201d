/** How many characters are before the eyes of a search, pattern or not, while something runs. */
export function countLooks(run: () => void): number {
  const { exec } = RegExp.prototype
  const { indexOf } = String.prototype
  let characters = 0
  RegExp.prototype.exec = function (text) {
    characters += text.length - (this.sticky ? this.lastIndex : 0)
    return exec.call(this, text)
  }
  String.prototype.indexOf = function (searched, from = 0) {
    characters += this.length - from
    return indexOf.call(this, searched, from)
  }
  try {
    run()
  } finally {
    RegExp.prototype.exec = exec
    String.prototype.indexOf = indexOf
  }
  return characters
}
