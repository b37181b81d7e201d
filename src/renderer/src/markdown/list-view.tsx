import { memo } from 'react'
import { useTranslations } from 'use-intl'

import { BlockView } from './block-view'
import type { Grouped } from './grouped'
import styles from './markdown.module.css'
import type { Block, Item, List } from './tree'

export function ListView({ list }: { readonly list: List }) {
  const groups = list.items.map((items, index) => <Items key={index} items={items} isTight={list.isTight} />)
  if (list.start === undefined) return <ul>{groups}</ul>
  return <ol start={list.start}>{groups}</ol>
}

interface ItemsProps {
  readonly items: Grouped<Item>[number]
  readonly isTight: boolean
}

const Items = memo(function Items({ items, isTight }: ItemsProps) {
  return items.map((item, index) => <ItemView key={index} item={item} isTight={isTight} />)
})

interface ItemViewProps {
  readonly item: Item
  readonly isTight: boolean
}

const ItemView = memo(function ItemView({ item, isTight }: ItemViewProps) {
  const task = toTask(item)
  const blocks = (task?.blocks ?? item.blocks).map((block, index) => (
    <BlockView key={index} block={block} isTight={isTight} />
  ))
  if (task === undefined) return <li>{blocks}</li>
  return (
    <li className={styles.task}>
      <TaskMark isDone={task.isDone} />
      {blocks}
    </li>
  )
})

function TaskMark({ isDone }: { readonly isDone: boolean }) {
  const words = useTranslations('markdown')
  return (
    <input
      type="checkbox"
      checked={isDone}
      disabled
      aria-label={isDone ? words('taskDone') : words('taskOpen')}
    />
  )
}

const TASK_MARK = /^\[([ xX])\]\s/

interface Task {
  readonly isDone: boolean
  readonly blocks: readonly Block[]
}

/** An item that begins with `[ ]` or `[x]` is a task, as GitHub writes it. */
function toTask({ blocks: [first, ...rest] }: Item): Task | undefined {
  if (first?.type !== 'paragraph') return undefined
  const [mark, ...others] = first.inlines
  const match = mark?.type === 'text' ? TASK_MARK.exec(mark.text) : null
  if (mark?.type !== 'text' || match === null) return undefined
  const words = { ...mark, text: mark.text.slice(match[0].length) }
  return { isDone: match[1] !== ' ', blocks: [{ ...first, inlines: [words, ...others] }, ...rest] }
}
