#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { buildDeb } from './build-deb.mjs'
import { readFpmArguments } from './fpm-arguments.mjs'

// Stands in for fpm, which electron-builder downloads from GitHub, where that cannot be reached: it takes the arguments
// that electron-builder gives fpm for a deb, and lets Debian's own dpkg-deb make it.

/** @type {import('./build-deb.mjs').Run} */
const run = (command, args) => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
}

await buildDeb(readFpmArguments(process.argv.slice(2)), run)
