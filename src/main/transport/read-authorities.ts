import { readFileSync } from 'node:fs'

import { createCaJudge } from './extra-ca'

export type Authorities = { readonly pem: string } | { readonly problem: 'unreadable' | 'no-certificate' }

/** Reads a PEM file of certificate authorities, if it is one. */
export function readAuthorities(file: string): Authorities {
  let pem: string
  try {
    pem = readFileSync(file, 'utf8')
  } catch {
    return { problem: 'unreadable' }
  }
  try {
    createCaJudge(pem)
    return { pem }
  } catch {
    return { problem: 'no-certificate' }
  }
}
