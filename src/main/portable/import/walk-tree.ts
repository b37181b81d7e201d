/** A node of another app's tree, of which only some are messages that are kept. */
export interface ForeignNode {
  readonly id: string
  readonly parent?: string | null | undefined
  readonly children: readonly string[]
}

/**
 * Every node after its parent, children in their order, each once: a tree that was edited by hand may run in a circle.
 * Nodes whose parent is missing are roots.
 */
export function* walkTree<Node extends ForeignNode>(nodes: ReadonlyMap<string, Node>): Generator<Node, void> {
  const seen = new Set<string>()
  const byParent = childrenByParent(nodes)
  const isRoot = ({ parent }: Node): boolean => parent === null || parent === undefined || !nodes.has(parent)
  // What only a circle reaches comes last, from its first node on.
  const starts = [...[...nodes.values()].filter(isRoot), ...nodes.values()]
  for (const start of starts) {
    const waiting = [start]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (seen.has(node.id)) continue
      seen.add(node.id)
      yield node
      const children = new Set([...node.children, ...(byParent.get(node.id) ?? [])])
      waiting.push(...[...children].flatMap((id) => nodes.get(id) ?? []).toReversed())
    }
  }
}

/** By what the nodes say of their parents: a list of children may be incomplete. */
function childrenByParent(nodes: ReadonlyMap<string, ForeignNode>): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>()
  for (const { id, parent } of nodes.values()) {
    if (typeof parent !== 'string') continue
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [id])
    else siblings.push(id)
  }
  return children
}
