import { useCallback, useState } from 'react'

import { countMembers } from '../grouped'
import type { Table } from '../tree'

/** How a table stands that is drawn while its rows come. */
export interface SteadyColumns {
  /** For the table's element. */
  readonly measure: (element: HTMLTableElement | null) => void
  /**
   * Until the first row is complete nobody knows how wide the columns should be, and the table is not shown. Then it
   * takes all of the page's width, and its columns keep their shares of it, whatever the other rows say. A table of
   * which all rows were there from the beginning is as wide as it wants to be.
   */
  readonly stage: 'unknown' | 'steady' | 'natural'
  /** In percent; undefined until they are measured. */
  readonly shares: readonly number[] | undefined
  /** What the widest words of the first rows need, in pixels: a table that is wider than the page scrolls. */
  readonly minWidth: number | undefined
}

interface Measured {
  readonly shares: readonly number[]
  readonly minWidth: number
}

export function useSteadyColumns({ rows, isSettled }: Table): SteadyColumns {
  const [isGrowing] = useState(!isSettled)
  const [measured, setMeasured] = useState<Measured>()
  const isKnown = isSettled || countMembers(rows) > 1

  // Called once more when the first row is known: before the browser has painted it, the columns have their shares.
  const measure = useCallback(
    (element: HTMLTableElement | null) => {
      if (isGrowing && isKnown && element !== null) setMeasured(measureColumns(element))
    },
    [isGrowing, isKnown],
  )

  return {
    measure,
    stage: !isGrowing ? 'natural' : isKnown ? 'steady' : 'unknown',
    shares: measured?.shares,
    minWidth: measured?.minWidth,
  }
}

function measureColumns(table: HTMLTableElement): Measured | undefined {
  const widths = [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width)
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (total === 0) return undefined
  const room = table.parentElement?.clientWidth ?? total
  return { shares: widths.map((width) => (width / total) * 100), minWidth: total > room ? total : 0 }
}
