import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { isLive, type Message } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import { MenuButton } from '../ui/menu-button'
import { messageEntries } from './message-entries'
import type { MessageWishes } from './message-wishes'

interface MessageMenuProps {
  readonly message: Message
  readonly wishes: MessageWishes
  /** Of a reply: by which models it can be answered once more. */
  readonly models?: readonly ModelChoice[]
  readonly isWithoutPrompt?: boolean
}

/** All that can be done with a message. */
export function MessageMenu({ message, wishes, models, isWithoutPrompt = false }: MessageMenuProps) {
  const words = useTranslations('messageActions')
  const parts = { id: message.id, words, wishes, isLive: isLive(message), isWithoutPrompt }
  return (
    <MenuButton
      icon={Ellipsis}
      label={words('more')}
      align="start"
      entries={() => messageEntries(models === undefined ? parts : { ...parts, models })}
    />
  )
}
