import { expect, it } from 'vitest'

import { readMissingLibraries, toPackages } from './libraries.mjs'

// cspell:disable
const LDD = `
	linux-vdso.so.1 (0x00007ffd)
	libnss3.so => not found
	libnssutil3.so => not found
	libgtk-3.so.0 => not found
	libgtk-3.so.0 => not found
	libfuture.so.9 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f00)
`

it('reads only the libraries ldd did not find, each once', () => {
  expect(readMissingLibraries(LDD)).toEqual([
    'libnss3.so',
    'libnssutil3.so',
    'libgtk-3.so.0',
    'libfuture.so.9',
  ])
})

it('names each Debian package once, and tells of a library it knows no package for', () => {
  expect(toPackages(readMissingLibraries(LDD))).toEqual({
    packages: ['libnss3', 'libgtk-3-0'],
    unknown: ['libfuture.so.9'],
  })
})
