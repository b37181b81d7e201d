import { readProviderError } from './provider-error'
import { transportError, type Where } from './transport-fault'

/** The failure that a provider reports inside a stream that it began with 200; undefined when the text reports none. */
export function toErrorInStream(text: string, where: Where): Error | undefined {
  const { words, status } = readProviderError(text)
  if (Object.keys(words).length === 0 && status === undefined) return undefined
  return transportError({
    kind: 'error-in-stream',
    ...(status === undefined ? {} : { status }),
    ...words,
    ...where,
  })
}
