import { parseArgs } from 'node:util'

/**
 * @typedef {object} DebRequest what electron-builder asks fpm for
 * @property {string} file to write
 * @property {string} name
 * @property {string} version
 * @property {string} architecture as Debian calls it
 * @property {string} maintainer
 * @property {string} url
 * @property {string} description with the synopsis as its first line
 * @property {string} section
 * @property {string} priority
 * @property {string} compression
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {string | undefined} afterInstall a script
 * @property {string | undefined} afterRemove a script
 * @property {readonly { from: string, to: string }[]} files what to put where
 */

const text = { type: /** @type {const} */ ('string') }
const list = { type: /** @type {const} */ ('string'), multiple: /** @type {const} */ (true) }

const OPTIONS = {
  s: { ...text, short: 's' },
  t: { ...text, short: 't' },
  d: { ...list, short: 'd' },
  force: { type: /** @type {const} */ ('boolean') },
  debug: { type: /** @type {const} */ ('boolean') },
  log: text,
  package: text,
  name: text,
  version: text,
  iteration: text,
  architecture: text,
  maintainer: text,
  vendor: text,
  url: text,
  license: text,
  description: text,
  category: text,
  'deb-priority': text,
  'deb-compression': text,
  'deb-recommends': list,
  'after-install': text,
  'after-remove': text,
}

/** Reads fpm's arguments. Throws for one that it does not know: what is asked for must not be left out unsaid.
 * @param {readonly string[]} args
 * @returns {DebRequest} */
export function readFpmArguments(args) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  if (values.t !== 'deb') throw new Error(`Without fpm only a deb can be made, not: ${values.t}`)
  const need = (/** @type {'package' | 'name' | 'version' | 'architecture' | 'maintainer'} */ name) => {
    const value = values[name]
    if (value === undefined) throw new Error(`fpm was called without --${name}`)
    return value
  }
  return {
    file: need('package'),
    name: need('name'),
    version: need('version') + (values.iteration === undefined ? '' : `-${values.iteration}`),
    architecture: need('architecture'),
    maintainer: need('maintainer'),
    url: values.url ?? '',
    description: values.description ?? '',
    section: values.category ?? 'misc',
    priority: values['deb-priority'] ?? 'optional',
    compression: toDpkgCompression(values['deb-compression']),
    depends: values.d ?? [],
    recommends: values['deb-recommends'] ?? [],
    afterInstall: values['after-install'],
    afterRemove: values['after-remove'],
    files: positionals.map((positional) => {
      const at = positional.lastIndexOf('=')
      return { from: positional.slice(0, at), to: positional.slice(at + 1) }
    }),
  }
}

/** @param {string | undefined} compression */
function toDpkgCompression(compression = 'xz') {
  return compression === 'gz' ? 'gzip' : compression
}
