import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { useCommands } from '../ui/use-commands'
import { TrashDialog } from './trash-dialog'

/** Opens what was deleted, also from the palette. The dialog is there only while it is open. */
export function useTrashDoor() {
  const words = useTranslations('trash')
  const [isOpen, setIsOpen] = useState(false)
  const open = (): void => setIsOpen(true)

  useCommands(() => [{ id: 'trash', title: words('command'), keywords: words('keywords'), run: open }])

  return { open, dialog: isOpen && <TrashDialog onClose={() => setIsOpen(false)} /> }
}
