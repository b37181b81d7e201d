import { connect } from '../../conversations/connect'
import { columnNames, type LineType, TABLES } from '../columns'

/** Every row of every table that an export holds, in the order in which they came, without the numbers of that order. */
export function rowsOf(file: string): Readonly<Record<LineType, readonly object[]>> {
  const database = connect(file, 0)
  const read = (type: LineType): readonly object[] => {
    const order = type === 'message' ? 'conversation_id, ordinal' : columnNames(type)[0]
    return database
      .all<Record<string, unknown>>(
        `SELECT ${columnNames(type).join(', ')} FROM ${TABLES[type].table} ORDER BY ${order}`,
      )
      .map((row) => ({
        ...row,
        ...(row['arrivals'] instanceof ArrayBuffer ? { arrivals: [...new Uint8Array(row['arrivals'])] } : {}),
      }))
  }
  const rows = {
    folder: read('folder'),
    conversation: read('conversation'),
    message: read('message'),
    arrivals: read('arrivals'),
    draft: read('draft'),
    parameters: read('parameters'),
    preset: read('preset'),
  }
  database.close()
  return rows
}
