import { useTranslations } from 'use-intl'

import { InlineViews } from '../inline-view'
import { toPlainText } from '../plain-text'
import type { Table } from '../tree'
import type { Order } from './sort-rows'
import styles from './table.module.css'

interface TableHeadProps {
  readonly table: Table
  readonly order: Order | undefined
  readonly onSort: (column: number) => void
}

/** The head of a table; once no more rows can come, it sorts them. */
export function TableHead({ table, order, onSort }: TableHeadProps) {
  const words = useTranslations('markdown')
  return (
    <thead>
      <tr>
        {table.head.map((cell, column) => {
          const direction = order?.column === column ? order.direction : undefined
          return (
            <th
              key={column}
              scope="col"
              className={styles.head}
              data-align={table.alignments[column]}
              aria-sort={direction}
            >
              <InlineViews inlines={cell} />
              {table.isSettled && (
                <button
                  type="button"
                  className={styles.sort}
                  aria-label={words('sortBy', { column: toPlainText(cell) })}
                  onClick={() => onSort(column)}
                >
                  {direction === 'descending' ? '↓' : '↑'}
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
