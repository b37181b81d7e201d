import { type KeyboardEvent, use, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

import { isCommand } from '../ui/command-key'
import type { Command } from '../ui/commands'
import { isComposing } from '../ui/is-composing'
import { CommandsContext } from '../ui/use-commands'
import { useReturnedFocus } from '../ui/use-returned-focus'
import { type PaletteItem, toPaletteItems } from './palette-items'
import { PaletteRow } from './palette-row'
import { PaletteStatus } from './palette-status'
import styles from './palette.module.css'
import { type Search, useFound } from './use-found'

export interface PaletteWishes {
  readonly onOpenConversation: (conversationId: string) => void
  /** Opens its conversation where it stands. Says whether it is there. */
  readonly onOpenMessage: (messageId: string) => Promise<boolean>
}

interface PaletteProps extends PaletteWishes {
  readonly search: Search
}

/** Everything that was said and everything that can be done, by a few letters: Ctrl+K, or Command+K on a Mac. */
export function Palette(props: PaletteProps) {
  const registry = use(CommandsContext)
  /** What can be done at the moment at which the palette opens; undefined while it is closed. */
  const [commands, setCommands] = useState<readonly Command[]>()
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !isCommand(event) || isComposing(event)) return
    event.preventDefault()
    setCommands(commands === undefined ? registry.list() : undefined)
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  if (commands === undefined) return null
  return <OpenPalette {...props} commands={commands} onClose={() => setCommands(undefined)} />
}

interface OpenPaletteProps extends PaletteProps {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

function OpenPalette({ search, commands, onClose, ...wishes }: OpenPaletteProps) {
  const words = useTranslations('search')
  const [text, setText] = useState('')
  const [selected, setSelected] = useState(0)
  const [isGone, setIsGone] = useState(false)
  const finding = useFound(text, search)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  useReturnedFocus()

  const items = toPaletteItems(text, commands, finding?.found ?? { conversations: [], messages: [] })
  const index = Math.min(selected, items.length - 1)
  const rowId = (row: number) => `${listId}-${row}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [index, finding])

  function type(next: string): void {
    setText(next)
    setSelected(0)
    setIsGone(false)
  }

  async function openMessage(messageId: string): Promise<void> {
    if (await wishes.onOpenMessage(messageId)) onClose()
    else setIsGone(true)
  }

  function choose(item: PaletteItem | undefined): void {
    if (item === undefined) return
    if (item.kind === 'message') return void openMessage(item.message.messageId)
    onClose()
    if (item.kind === 'command') item.command.run()
    if (item.kind === 'conversation') wishes.onOpenConversation(item.conversation.conversationId)
  }

  /** Every key stays here: the window behind has keys of its own. */
  function press(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return event.stopPropagation()
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + 8, PageUp: index - 8 },
    }
    const next = moves[event.key]
    if (next !== undefined) {
      const isStep = event.key.startsWith('Arrow')
      const last = items.length - 1
      setSelected(isStep && next > last ? 0 : isStep && next < 0 ? last : Math.max(0, Math.min(last, next)))
    } else if (event.key === 'Enter') choose(items[index])
    else if (event.key === 'Escape') onClose()
    // There is nothing else to go to.
    else if (event.key !== 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={styles.backdrop}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.palette} role="dialog" aria-modal aria-label={words('label')} onKeyDown={press}>
        <input
          className={styles.field}
          role="combobox"
          aria-label={words('field')}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? rowId(index) : undefined}
          placeholder={words('placeholder')}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <div ref={list} id={listId} className={styles.list} role="listbox" aria-label={words('list')}>
          {items.map((item, row) => (
            <PaletteRow
              key={item.key}
              id={rowId(row)}
              item={item}
              isSelected={row === index}
              onPoint={() => setSelected(row)}
              onChoose={() => choose(item)}
            />
          ))}
        </div>
        <PaletteStatus text={text} finding={finding} count={items.length} isGone={isGone} />
      </div>
    </div>
  )
}
