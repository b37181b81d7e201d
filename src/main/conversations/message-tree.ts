/** A message without its words. */
export interface TreeNode {
  readonly id: string
  readonly parentId: string | null
  readonly isDeleted: boolean
  /** When its branch was last chosen over its siblings, or it was added. */
  readonly chosenAt: number
}

/** A conversation's messages as a reader sees them: a deleted one is passed over, and what follows it moves up. */
export interface MessageTree {
  has(id: string): boolean
  /** What is left of the way from the first message to this one. Empty for null. */
  pathTo(id: string | null): readonly string[]
  /** The messages that stand in the same place, in the order in which they were added, the message itself among them. */
  siblings(id: string): readonly string[]
  /** The last message below this one, on the branches that were chosen last. Null: of the whole conversation. */
  leafBelow(id: string | null): string | null
  /** The message and everything that was ever added after it. */
  branch(id: string): readonly string[]
}

/** The nodes in the order in which they were added: none comes before its parent. */
export function createMessageTree(nodes: readonly TreeNode[]): MessageTree {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const seen = new Map<string | null, TreeNode[]>()
  const children = new Map<string | null, TreeNode[]>()
  const seenParents = new Map<string, string | null>()
  for (const node of nodes) {
    const parent = node.parentId === null ? undefined : byId.get(node.parentId)
    const seenParent = parent?.isDeleted === true ? (seenParents.get(parent.id) ?? null) : node.parentId
    seenParents.set(node.id, seenParent)
    add(children, node.parentId, node)
    if (!node.isDeleted) add(seen, seenParent, node)
  }

  function pathTo(id: string | null): readonly string[] {
    const path: string[] = []
    for (let at = id; at !== null; at = seenParents.get(at) ?? null) {
      if (byId.get(at)?.isDeleted === false) path.push(at)
    }
    return path.reverse()
  }

  function leafBelow(id: string | null): string | null {
    let leaf = id
    for (let next = latest(seen.get(leaf)); next !== undefined; next = latest(seen.get(leaf))) leaf = next.id
    return leaf
  }

  function branch(id: string): readonly string[] {
    const found = [id]
    // Grows while it is walked through, so that a deep tree needs no deep stack.
    for (const at of found) for (const child of children.get(at) ?? []) found.push(child.id)
    return found
  }

  return {
    has: (id) => byId.get(id)?.isDeleted === false,
    pathTo,
    siblings: (id) => (seen.get(seenParents.get(id) ?? null) ?? []).map((node) => node.id),
    leafBelow,
    branch,
  }
}

function add(map: Map<string | null, TreeNode[]>, key: string | null, node: TreeNode): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [node])
  else list.push(node)
}

/** Of two that were chosen at the same time, the one that was added later. */
function latest(nodes: readonly TreeNode[] = []): TreeNode | undefined {
  return nodes.reduce<TreeNode | undefined>(
    (best, node) => (best === undefined || node.chosenAt >= best.chosenAt ? node : best),
    undefined,
  )
}
