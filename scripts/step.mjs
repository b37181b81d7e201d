/** Prints one line for a person. Always on stderr: the stdout of a bench belongs to its result.
 * @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs one long piece of work behind one progress line that ends with the seconds it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} */
export async function step(label, work) {
  const began = Date.now()
  process.stderr.write(`▸ ${label} … `)
  try {
    return await work()
  } finally {
    say(`${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
}

/** Stops with a sentence a person can act on. Thrown, because every caller up to `run.mjs` would only hand it on.
 * @param {string} sentence
 * @returns {never} */
export function refuse(sentence) {
  throw Object.assign(new Error(sentence), { name: 'Refusal' })
}

/** Tells a refusal from a bug.
 * @param {unknown} error
 * @returns {error is Error} */
export function isRefusal(error) {
  return error instanceof Error && error.name === 'Refusal'
}
