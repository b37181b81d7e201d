import { useTranslations } from 'use-intl'

import type { AppError } from '#shared/app-error'

/** Why a request was not taken, in one short sentence. Main makes a request again after these alone. */
export function useRetryReason(): (error: AppError) => string {
  const words = useTranslations('retry')
  return ({ code }) => {
    const isKnown = code === 'rate-limited' || code === 'provider-failed' || code === 'connection-refused'
    return words(isKnown ? code : 'other')
  }
}
