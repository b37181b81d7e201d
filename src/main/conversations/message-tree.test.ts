import { describe, expect, it } from 'vitest'

import { createMessageTree, type TreeNode } from './message-tree'

/** `id < parent`, and `-id` for a deleted one; the later ones were chosen later, unless `@` says when. */
function tree(text: string) {
  const nodes = text.split(' ').map((word, index): TreeNode => {
    const [, deleted, id = '', parentId = null, at] = /^(-?)(\w+)(?:<(\w+))?(?:@(\d+))?$/.exec(word) ?? []
    return { id, parentId: parentId ?? null, isDeleted: deleted === '-', chosenAt: Number(at ?? index) }
  })
  return createMessageTree(nodes)
}

describe('a tree of messages', () => {
  it('goes down to the branch that was chosen last, at each fork', () => {
    const { leafBelow } = tree('p r<p q1<r@50 q2<r s1<q1@9 s1b<q1@3 s2<q2')
    expect([leafBelow(null), leafBelow('q2'), leafBelow('s1b')]).toEqual(['s1', 's2', 's1b'])
  })

  it('passes over a deleted message, and moves up what followed it', () => {
    const { pathTo, siblings, has } = tree('p r<p rb<p -q<r s<q t<q x<rb')
    expect(pathTo('s')).toEqual(['p', 'r', 's'])
    expect([siblings('s'), siblings('r'), has('q')]).toEqual([['s', 't'], ['r', 'rb'], false])
  })

  it('makes siblings of what followed two deleted ones in a row, and of first messages', () => {
    const { pathTo, siblings } = tree('-p -r<p q<r p2')
    expect([pathTo('q'), siblings('q'), siblings('p2')]).toEqual([['q'], ['q', 'p2'], ['q', 'p2']])
  })

  it('knows everything that was ever added after a message, deleted or not', () => {
    expect([...tree('p r<p -q<r s<q x<p').branch('r')].sort()).toEqual(['q', 'r', 's'])
  })

  it('needs no deep stack for a long conversation', () => {
    const words = Array.from({ length: 20_000 }, (_, index) =>
      index === 0 ? 'm0' : `m${index}<m${index - 1}`,
    )
    const { leafBelow, pathTo, branch } = tree(words.join(' '))
    expect([leafBelow(null), pathTo('m19999').length, branch('m0').length]).toEqual([
      'm19999',
      20_000,
      20_000,
    ])
  })
})
