import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { IconButton } from '../ui/icon-button'
import type { ForkPlace } from './forks'
import styles from './message-actions.module.css'

interface VersionSwitchProps {
  readonly place: ForkPlace
  readonly onChoose: (messageId: string) => void
}

/** ‹2/3›: which version of a message is shown, and the way to the others. */
export function VersionSwitch({ place, onChoose }: VersionSwitchProps) {
  const words = useTranslations('messageActions')
  const { position, count, previousId, nextId } = place
  return (
    <span className={styles.versions} data-versions="" role="group" aria-label={words('versions')}>
      <IconButton
        icon={ChevronLeft}
        label={words('previous')}
        hint={`${words('previous')} (Alt+←)`}
        isDisabled={previousId === undefined}
        onPress={() => previousId !== undefined && onChoose(previousId)}
      />
      <span aria-label={words('version', { position, count })}>
        {words('shortVersion', { position, count })}
      </span>
      <IconButton
        icon={ChevronRight}
        label={words('next')}
        hint={`${words('next')} (Alt+→)`}
        isDisabled={nextId === undefined}
        onPress={() => nextId !== undefined && onChoose(nextId)}
      />
    </span>
  )
}
