import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { IconButton } from '../ui/icon-button'
import { useCommands } from '../ui/use-commands'
import { useHint } from '../ui/use-hint'
import { ParametersDialog, type ParametersSource } from './parameters-dialog'

/** The way to what goes with a conversation to its model: by a button, by keys, from the palette. */
export function useParametersDoor(source: ParametersSource) {
  const words = useTranslations('parameters')
  const hint = useHint()
  const [isOpen, setIsOpen] = useState(false)
  const open = (): void => setIsOpen(true)

  useCommands(() => [{ id: 'parameters', title: words('open'), keywords: words('keywords'), run: open }])

  return {
    button: (
      <IconButton
        icon={SlidersHorizontal}
        label={words('open')}
        hint={hint(words('open'), 'parameters')}
        onPress={open}
      />
    ),
    dialog: isOpen && <ParametersDialog {...source} onClose={() => setIsOpen(false)} />,
  }
}
