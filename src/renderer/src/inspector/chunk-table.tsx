import { ChevronLeft, ChevronRight } from 'lucide-react'
import { memo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import type { Arrival } from '#shared/arrival'

import { IconButton } from '../ui/icon-button'
import styles from './inspector-panel.module.css'
import { toDuration, toPlain } from './measures'
import { gapBefore } from './to-csv'

const ROWS_PER_PAGE = 200

interface ChunkTableProps {
  readonly arrivals: readonly Arrival[]
}

/** Every chunk with its time, a page at a time; drawn only for those who open it. */
export const ChunkTable = memo(function ChunkTable({ arrivals }: ChunkTableProps) {
  const words = useTranslations('inspector')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className={styles.fold} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words('chunkTable')}</summary>
      {isOpen && <Pages arrivals={arrivals} />}
    </details>
  )
})

function Pages({ arrivals }: ChunkTableProps) {
  const words = useTranslations('inspector')
  const locale = useLocale()
  const [page, setPage] = useState(0)
  const first = page * ROWS_PER_PAGE
  const end = Math.min(first + ROWS_PER_PAGE, arrivals.length)
  const range = words('range', {
    first: (first + 1).toLocaleString(locale),
    last: end.toLocaleString(locale),
    all: arrivals.length.toLocaleString(locale),
  })
  return (
    <>
      <div className={styles.pager}>
        <span role="status">{range}</span>
        <IconButton
          icon={ChevronLeft}
          label={words('previous')}
          onPress={() => setPage(Math.max(0, page - 1))}
        />
        <IconButton
          icon={ChevronRight}
          label={words('next')}
          onPress={() => setPage(end < arrivals.length ? page + 1 : page)}
        />
      </div>
      <div className={styles.scroller} role="region" aria-label={words('chunkTable')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words('index')}</th>
              <th scope="col">{words('time')}</th>
              <th scope="col">{words('gap')}</th>
              <th scope="col">{words('length')}</th>
              <th scope="col">{words('kind')}</th>
            </tr>
          </thead>
          <tbody>
            {arrivals.slice(first, end).map((arrival, row) => (
              <Row
                key={first + row}
                arrival={arrival}
                index={first + row}
                gapMs={gapBefore(arrivals, first + row)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface RowProps {
  readonly arrival: Arrival
  readonly index: number
  readonly gapMs: number | undefined
}

/** Never changes again, so it is not drawn again while more chunks come. */
const Row = memo(function Row({ arrival: { atMs, length, kind }, index, gapMs }: RowProps) {
  const words = useTranslations('inspector')
  const locale = useLocale()
  return (
    <tr>
      <th scope="row">{(index + 1).toLocaleString(locale)}</th>
      <td>{toPlain(toDuration(atMs, locale))}</td>
      <td>{toPlain(toDuration(gapMs, locale))}</td>
      <td>{length.toLocaleString(locale)}</td>
      <td>{kind === 'text' ? words('kindText') : words('kindThought')}</td>
    </tr>
  )
})
