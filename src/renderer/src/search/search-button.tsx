import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { commandLabel } from '../ui/command-key'
import { IconButton } from '../ui/icon-button'

/** Opens the palette by pointer. */
export function SearchButton({ onPress }: { readonly onPress: () => void }) {
  const words = useTranslations('search')
  return (
    <IconButton
      icon={Search}
      label={words('open')}
      hint={words('openHint', { keys: commandLabel('K') })}
      onPress={onPress}
    />
  )
}
