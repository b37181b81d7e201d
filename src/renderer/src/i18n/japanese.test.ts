import { expect, it } from 'vitest'

import { japaneseFaults, quotedNames } from '#shared/testing/japanese-faults'

import { ja } from './ja'

type Tree = { readonly [key: string]: string | Tree }

/** What is searched and never shown holds every spelling that people type. */
const UNSEEN = /keywords/i

/** Names on other people's screens, commands of a terminal, and marks that are explained. */
const THEIRS = /^(gcloud |az |名前: 値|=$|(Vertex AI|Service Usage) ユーザー|証明書とシークレット)/

function flatten(tree: Tree, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flatten(value, `${path}${key}.`),
  )
}

const SHOWN = flatten(ja).filter(([path]) => !UNSEEN.test(path))

it('is written by one set of rules', () => {
  const faults = SHOWN.flatMap(([path, text]) => japaneseFaults(text).map((fault) => `${path}: ${fault}`))
  expect(faults).toEqual([])
})

it('calls a button or a panel by the name that is written on it', () => {
  const names = new Set(SHOWN.map(([, text]) => text))
  const unknown = SHOWN.flatMap(([, text]) => quotedNames(text)).filter(
    (name) => !THEIRS.test(name) && !names.has(name),
  )
  expect(unknown).toEqual([])
})
