import type { SqlValue } from '../../conversations/connect'

/** What each column may be: N for nothing, I for a number, T for text, B for bytes. A `/` stands before later columns. */
const SHAPES: Readonly<Record<string, string>> = {
  messages: 'N T T TN T T T TN TN TN TN I IN / IN IN',
  conversations: 'T T I I TN / T TN IN IN IN IN',
  reply_segments: 'N T T T TN TN B',
  reply_arrivals: 'T B',
  folders: 'T TN T I I',
  drafts: 'T T I',
  conversation_parameters: 'T T',
  presets: 'T T T I',
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const PARSED = Object.entries(SHAPES).map(([table, shape]) => {
  const [first = '', later = ''] = shape.split('/')
  const split = (part: string): readonly string[] => part.split(' ').filter((column) => column !== '')
  return { table, columns: [...split(first), ...split(later)], least: split(first).length }
})

/** The table that a row belongs to, told by what its columns hold; undefined for one that is none of ours. */
export function tableOf(values: readonly SqlValue[]): string | undefined {
  const found = PARSED.find(
    ({ columns, least }) =>
      values.length >= least &&
      values.length <= columns.length &&
      values.every((value, index) => columns[index]?.includes(letterOf(value))),
  )
  const id = values[0] ?? values[1]
  return typeof id === 'string' && ID.test(id) ? found?.table : undefined
}

function letterOf(value: SqlValue): string {
  if (value === null) return 'N'
  if (typeof value === 'number') return 'I'
  return typeof value === 'string' ? 'T' : 'B'
}
