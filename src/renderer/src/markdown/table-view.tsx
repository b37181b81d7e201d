import { memo } from 'react'
import { useTranslations } from 'use-intl'

import { InlineViews } from './inline-view'
import styles from './markdown.module.css'
import type { Alignment, Row, Table } from './tree'

/** A table that scrolls by itself when it is wider than the page. */
export function TableView({ table }: { readonly table: Table }) {
  const words = useTranslations('markdown')
  return (
    <div className={styles.table} role="region" aria-label={words('table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.head.map((cell, column) => (
              <th key={column} scope="col" data-align={table.alignments[column]}>
                <InlineViews inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((rows, index) => (
            <Rows key={index} rows={rows} alignments={table.alignments} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowsProps {
  readonly rows: readonly Row[]
  readonly alignments: readonly Alignment[]
}

const Rows = memo(function Rows({ rows, alignments }: RowsProps) {
  return rows.map((row, index) => <RowView key={index} row={row} alignments={alignments} />)
})

interface RowViewProps {
  readonly row: Row
  readonly alignments: readonly Alignment[]
}

const RowView = memo(function RowView({ row, alignments }: RowViewProps) {
  return (
    <tr>
      {row.map((cell, column) => (
        <td key={column} data-align={alignments[column]}>
          <InlineViews inlines={cell} />
        </td>
      ))}
    </tr>
  )
})
