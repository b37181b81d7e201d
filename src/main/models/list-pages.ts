export interface ListPage<Item> {
  readonly items: readonly Item[]
  /** What the next page is asked for by; absent or empty: this is the last one. */
  readonly next?: string | undefined
}

/** No provider has as many; one that says so goes round in circles. */
const MOST_PAGES = 100

/** All pages of a list, one after the other. It ends with a page that would lead to one that was there already. */
export async function listPages<Item>(
  ask: (after: string | undefined) => Promise<ListPage<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = []
  const seen = new Set<string | undefined>()
  let after: string | undefined
  while (!seen.has(after) && seen.size < MOST_PAGES) {
    seen.add(after)
    const page = await ask(after)
    items.push(...page.items)
    if (page.next === undefined || page.next === '') break
    after = page.next
  }
  return items
}
