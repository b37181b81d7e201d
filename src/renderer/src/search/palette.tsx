import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { Chooser } from '../ui/chooser'
import type { Command } from '../ui/commands'
import { type PaletteItem, toPaletteGroups } from './palette-items'
import { PaletteRow } from './palette-row'
import { PaletteStatus } from './palette-status'
import { type Search, useFound } from './use-found'
import type { PaletteState } from './use-palette'

interface PaletteProps {
  readonly search: Search
  readonly state: PaletteState
  readonly onOpenConversation: (conversationId: string) => void
  /** Opens its conversation where it stands. Says whether it is there. */
  readonly onOpenMessage: (messageId: string) => Promise<boolean>
}

/** Everything that was said and everything that can be done, by a few letters. */
export function Palette({ state, ...props }: PaletteProps) {
  const { commands, close } = state
  if (commands === undefined) return null
  return <OpenPalette {...props} commands={commands} onClose={close} />
}

interface OpenPaletteProps extends Omit<PaletteProps, 'state'> {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

const NOTHING = { conversations: [], messages: [] }

/** Drawn while it is open, so that what was typed does not outlive it. */
function OpenPalette({ search, commands, onClose, onOpenConversation, onOpenMessage }: OpenPaletteProps) {
  const words = useTranslations('search')
  const [text, setText] = useState('')
  const [isGone, setIsGone] = useState(false)
  const finding = useFound(text, search)
  const groups = toPaletteGroups(text, commands, finding?.found ?? NOTHING)

  async function openMessage(messageId: string): Promise<void> {
    if (await onOpenMessage(messageId)) onClose()
    else setIsGone(true)
  }

  function choose(item: PaletteItem): void {
    if (item.kind === 'message') return void openMessage(item.message.messageId)
    onClose()
    if (item.kind === 'command') item.command.run()
    if (item.kind === 'conversation') onOpenConversation(item.conversation.conversationId)
  }

  return (
    <Chooser
      isOpen
      onClose={onClose}
      label={words('label')}
      field={{ label: words('field'), placeholder: words('placeholder') }}
      listLabel={words('list')}
      text={text}
      onType={(next) => {
        setText(next)
        setIsGone(false)
      }}
      groups={groups.map(({ kind, items }) => ({ label: words(`groups.${kind}`), items }))}
      drawItem={(item) => <PaletteRow item={item} />}
      onChoose={choose}
      foot={
        <PaletteStatus
          text={text}
          finding={finding}
          count={groups.reduce((sum, { items }) => sum + items.length, 0)}
          isGone={isGone}
        />
      }
    />
  )
}
