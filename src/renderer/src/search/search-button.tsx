import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { IconButton } from '../ui/icon-button'
import { useHint } from '../ui/use-hint'

/** Opens the palette by pointer. */
export function SearchButton({ onPress }: { readonly onPress: () => void }) {
  const words = useTranslations('search')
  const hint = useHint()
  return (
    <IconButton icon={Search} label={words('open')} hint={hint(words('open'), 'palette')} onPress={onPress} />
  )
}
