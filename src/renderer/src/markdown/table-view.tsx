import { memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import { CopyButton } from './copy-button'
import { grouped } from './grouped'
import { InlineViews } from './inline-view'
import { useKeptLook } from './kept-looks'
import markdownStyles from './markdown.module.css'
import { toPlainText } from './plain-text'
import { nextOrder, type Order, sortRows } from './tables/sort-rows'
import { TableHead } from './tables/table-head'
import styles from './tables/table.module.css'
import { toCsv } from './tables/to-csv'
import { toMarkdownTable } from './tables/to-markdown'
import { useSteadyColumns } from './tables/use-steady-columns'
import type { Alignment, Row, Table } from './tree'

/** A table that scrolls by itself when it is wider than the page, sorts by its columns and can be copied. */
export function TableView({ table }: { readonly table: Table }) {
  const words = useTranslations('markdown')
  const locale = useLocale()
  const { head, alignments } = table
  const [order, setOrder] = useKeptLook<Order | undefined>(
    `order ${head.map(toPlainText).join('|')}`,
    undefined,
  )
  const rows = () => (order === undefined ? table.rows.flat() : sortRows(table.rows.flat(), order, locale))
  const groups = order === undefined ? table.rows : grouped(rows())
  const { stage, measure, shares, minWidth } = useSteadyColumns(table)
  return (
    <div className={`${styles.frame} ${styles[stage]}`}>
      <div className={markdownStyles.table} role="region" aria-label={words('table')} tabIndex={0}>
        <table ref={measure} style={shares && { minWidth, tableLayout: 'fixed' }}>
          {shares && (
            <colgroup>
              {shares.map((share, column) => (
                <col key={column} style={{ width: `${share}%` }} />
              ))}
            </colgroup>
          )}
          <TableHead table={table} order={order} onSort={(column) => setOrder(nextOrder(order, column))} />
          <tbody>
            {groups.map((group, index) => (
              <Rows key={index} rows={group} alignments={alignments} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.tools}>
        <CopyButton label={words('copyCsv')} readText={() => toCsv([head, ...rows()])} />
        <CopyButton
          label={words('copyMarkdown')}
          readText={() => toMarkdownTable(head, rows(), alignments)}
        />
      </div>
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
