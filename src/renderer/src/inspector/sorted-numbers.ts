export interface SortedNumbers {
  add(numbers: readonly number[]): void
  /** Nearest rank: the smallest number that so much of all (0 to 1) does not exceed. Undefined while empty. */
  quantile(share: number): number | undefined
}

/** Numbers kept in order. What is added is sorted alone and merged from behind, so old ones are never sorted again. */
export function createSortedNumbers(): SortedNumbers {
  let sorted = new Float64Array(64)
  let count = 0

  function makeRoom(more: number): void {
    if (count + more <= sorted.length) return
    const larger = new Float64Array(2 * (count + more))
    larger.set(sorted.subarray(0, count))
    sorted = larger
  }

  function add(numbers: readonly number[]): void {
    makeRoom(numbers.length)
    const fresh = Float64Array.from(numbers).sort()
    let old = count - 1
    let next = fresh.length - 1
    for (let end = count + fresh.length - 1; next >= 0; end--) {
      const isOldLarger = old >= 0 && sorted[old]! > fresh[next]!
      sorted[end] = isOldLarger ? sorted[old--]! : fresh[next--]!
    }
    count += fresh.length
  }

  function quantile(share: number): number | undefined {
    return count === 0 ? undefined : sorted[Math.max(0, Math.ceil(share * count) - 1)]
  }

  return { add, quantile }
}
