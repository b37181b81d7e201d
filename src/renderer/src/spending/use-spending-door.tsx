import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { useCommands } from '../ui/use-commands'
import { SpendingButton } from './spending-button'
import { SpendingDialog } from './spending-dialog'
import type { SpendingSource } from './spending-source'
import { useSpending } from './use-spending'

/** The way to what a conversation took: by its figure in the header, by keys, from the palette. */
export function useSpendingDoor(source: SpendingSource, openSettings: () => void) {
  const words = useTranslations('spending')
  const spending = useSpending(source)
  const [isOpen, setIsOpen] = useState(false)
  const open = (): void => setIsOpen(true)

  useCommands(() => [{ id: 'spending', title: words('open'), keywords: words('keywords'), run: open }])

  function goToLimits(): void {
    setIsOpen(false)
    openSettings()
  }

  return {
    button: (
      <SpendingButton
        spending={spending?.conversation}
        isComing={source.isComing}
        coming={source.coming}
        onPress={open}
      />
    ),
    dialog: isOpen && spending !== undefined && (
      <SpendingDialog spending={spending} onClose={() => setIsOpen(false)} onLimits={goToLimits} />
    ),
  }
}
