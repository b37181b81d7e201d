import { useTranslations } from 'use-intl'

/** Words a number of whole seconds: `12 s`, `1 min 5 s`. */
export function useDuration(): (seconds: number) => string {
  const words = useTranslations('duration')
  return (seconds) => words('short', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}
