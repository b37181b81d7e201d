import { capture } from './child.mjs'

// The names of libraries are no words.
// cspell:disable

/** The Debian package that brings each shared library Electron links. @type {Readonly<Record<string, string>>} */
const PACKAGE_OF = {
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXcursor.so.1': 'libxcursor1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libXrandr.so.2': 'libxrandr2',
  'libXrender.so.1': 'libxrender1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgcc_s.so.1': 'libgcc-s1',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgmodule-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
}
// cspell:enable

/** The libraries a program links and this machine lacks.
 * @param {string} program
 * @returns {Promise<string[]>} */
export async function findMissingLibraries(program) {
  const { output } = await capture('ldd', [program], { env: { ...process.env, LC_ALL: 'C' } })
  return readMissingLibraries(output)
}

/** The libraries that ldd says it did not find, each once.
 * @param {string} lddOutput */
export function readMissingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '')
  return [...new Set(names)]
}

/** The Debian packages that bring these libraries, and the libraries nobody here knows a package for.
 * @param {readonly string[]} libraries
 * @returns {{ packages: string[], unknown: string[] }} */
export function toPackages(libraries) {
  const packages = libraries.flatMap((library) => PACKAGE_OF[library] ?? [])
  return {
    packages: [...new Set(packages)],
    unknown: libraries.filter((library) => PACKAGE_OF[library] === undefined),
  }
}
