import { useTranslations } from 'use-intl'

/** These two are no products with a proper name. */
const WORDED = ['demo', 'recording'] as const

/** What a connection is called in the reader's language. */
export function useConnectionName(): (connection: { readonly id: string; readonly name: string }) => string {
  const providers = useTranslations('providers')
  return ({ id, name }) => {
    const worded = WORDED.find((known) => known === id)
    return worded === undefined ? name : providers(worded)
  }
}
