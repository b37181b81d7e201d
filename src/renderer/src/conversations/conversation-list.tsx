import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'

import type { MenuAnchor } from '../ui/floating-menu'
import styles from './conversation-list.module.css'
import { ConversationView, FolderView, HeadingView } from './line-view'
import type { ListLine } from './list-lines'
import { type ListPlace, listPlaces } from './list-places'
import { extended, indexOf, type ListSelection, moved, toggled } from './list-selection'
import { NameField } from './name-field'
import type { useDragging } from './use-dragging'
import { useListKeys } from './use-list-keys'

/** In CSS pixels; a fixed height, so that 50,000 lines need no measuring. */
const LINE_HEIGHT = 32
const HEADING_HEIGHT = 36
/** Fewer lines than this are all drawn: there is nothing to win. */
const MOST_DRAWN_WHOLE = 60

export interface ConversationListProps {
  readonly lines: readonly ListLine[]
  readonly selection: ListSelection
  readonly openId: string | undefined
  readonly renamingKey: string | undefined
  readonly dragging: ReturnType<typeof useDragging>
  readonly onSelect: (selection: ListSelection) => void
  readonly onOpen: (conversationId: string) => void
  readonly onFold: (folderId: string, isFolded: boolean) => void
  readonly onRename: (key: string | undefined) => void
  readonly onName: (line: ListLine, name: string) => void
  readonly onDelete: (line: ListLine) => void
  readonly onMenu: (line: ListLine, anchor: MenuAnchor) => void
}

/** The list as a tree of one level for each folder. One stop of the Tab key; the arrows go through its lines. */
export function ConversationList(props: ConversationListProps) {
  const { lines, selection, openId, renamingKey, onSelect, onOpen, onFold, onRename, onDelete, onMenu } =
    props
  const words = useTranslations('sidebar')
  const scroller = useRef<HTMLDivElement>(null)
  const activeIndex = indexOf(lines, selection.activeKey)
  const places = useMemo(() => listPlaces(lines), [lines])
  // eslint-disable-next-line react-hooks/incompatible-library -- a warning for the React Compiler, which is not used
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING_HEIGHT : LINE_HEIGHT),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    // The tree names its active line, which therefore is in the page wherever the view is.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeIndex])]
        .filter((index) => index >= 0)
        .sort(byNumber),
  })

  const height = virtualizer.getTotalSize()
  const isShort = lines.length <= MOST_DRAWN_WHOLE
  const drawn = isShort ? virtualizer.measurementsCache : virtualizer.getVirtualItems()

  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  }, [virtualizer, activeIndex])

  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, lines])

  const elementOf = (key: string) => document.getElementById(toElementId(key)) ?? scroller.current

  function open(line: ListLine): void {
    if (line.kind === 'folder') onFold(line.folder.id, line.isUnfolded)
    if (line.kind === 'conversation') onOpen(line.row.id)
  }

  function press(line: ListLine, { shiftKey, ctrlKey, metaKey }: MouseEvent): void {
    if (line.kind === 'heading') return
    if (shiftKey) return onSelect(extended(selection, line.key, lines))
    if ((ctrlKey || metaKey) && line.kind === 'conversation') return onSelect(toggled(selection, line.key))
    onSelect(moved(line.key))
    open(line)
  }

  const onKeyDown = useListKeys({
    ...{ lines, selection, onSelect, onFold, onDelete },
    onOpen: open,
    onRename: ({ key }) => onRename(key),
    onMenu: (line) => {
      const element = elementOf(line.key)
      if (element !== null) onMenu(line, element)
    },
  })

  return (
    <div
      ref={scroller}
      className={styles.list}
      role="tree"
      aria-label={words('list')}
      aria-multiselectable
      aria-activedescendant={activeIndex < 0 ? undefined : toElementId(lines[activeIndex]?.key ?? '')}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (activeIndex < 0 && indexOf(lines, openId) >= 0) onSelect(moved(openId))
      }}
    >
      <div className={styles.lines} role="none" style={{ height }}>
        {drawn.map(({ index, start, size }) => {
          const line = lines[index]
          if (line === undefined) return null
          const place = { transform: `translateY(${start}px)`, height: size }
          if (line.kind === 'heading') {
            return (
              <div
                key={line.key}
                id={toElementId(line.key)}
                className={styles.heading}
                role="none"
                style={place}
                {...props.dragging.propsFor(line)}
              >
                <HeadingView of={line.of} />
              </div>
            )
          }
          return (
            <Line
              key={line.key}
              {...props}
              line={line}
              place={places.get(line.key)}
              style={place}
              isRenaming={renamingKey === line.key}
              onPress={(event) => press(line, event)}
            />
          )
        })}
      </div>
    </div>
  )
}

interface LineProps extends ConversationListProps {
  readonly line: Exclude<ListLine, { readonly kind: 'heading' }>
  readonly place: ListPlace | undefined
  readonly style: { readonly transform: string; readonly height: number }
  readonly isRenaming: boolean
  readonly onPress: (event: MouseEvent) => void
}

function Line({ line, place, style, isRenaming, onPress, ...list }: LineProps) {
  const words = useTranslations('sidebar')
  const { selection, dragging, openId, onMenu, onRename, onName } = list
  const name = line.kind === 'folder' ? line.folder.name : line.row.title
  const isFolder = line.kind === 'folder'
  return (
    <div
      id={toElementId(line.key)}
      className={styles.line}
      role="treeitem"
      aria-level={line.depth + 1}
      aria-setsize={place?.setSize}
      aria-posinset={place?.position}
      aria-describedby={place?.headingKey === undefined ? undefined : toElementId(place.headingKey)}
      aria-expanded={isFolder ? line.isUnfolded : undefined}
      aria-selected={isFolder ? undefined : selection.pickedIds.has(line.key)}
      aria-current={line.key === openId ? 'page' : undefined}
      data-active={line.key === selection.activeKey}
      data-over={dragging.overKey === line.key}
      style={{ ...style, paddingInlineStart: `${0.5 + line.depth}rem` }}
      onClick={onPress}
      onDoubleClick={() => onRename(line.key)}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(line, { x: event.clientX, y: event.clientY })
      }}
      {...dragging.propsFor(line)}
    >
      {isRenaming ? (
        <NameField
          label={words('name')}
          name={name}
          onName={(next) => onName(line, next)}
          onLeave={() => onRename(undefined)}
        />
      ) : isFolder ? (
        <FolderView line={line} onMenu={(event) => onMenu(line, event.currentTarget)} />
      ) : (
        <ConversationView row={line.row} onMenu={(event) => onMenu(line, event.currentTarget)} />
      )}
    </div>
  )
}

/** The name of a month has a space, which an id must not have. */
function toElementId(key: string): string {
  return `line-${key.replaceAll(' ', '-')}`
}

function byNumber(one: number, other: number): number {
  return one - other
}
