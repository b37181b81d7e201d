import { useTranslations } from 'use-intl'

import type { Portable } from './portable'
import type { Work } from './work'

/** Reads a file that is asked for, or the one that the app was opened with, and shows what it would add. */
export function useReadImport(portable: Portable, { store, run }: Work): (isOpened?: boolean) => void {
  const words = useTranslations('portable')
  return (isOpened = false) => {
    store.setState({ found: undefined })
    void run(
      () => portable.readImport(isOpened),
      ({ name, report }) => {
        store.setState({ found: { name, report } })
        return words('found', { name })
      },
    )
  }
}
