import { useState } from 'react'
import { useTranslations } from 'use-intl'

import markdownStyles from '../markdown.module.css'
import type { Image } from '../tree'
import styles from './images.module.css'
import type { ImageFailure, ImageStore } from './image-store'
import { LoadedImage } from './loaded-image'

interface RemoteImageProps {
  readonly image: Image
  readonly host: string
  readonly store: ImageStore
}

type State = Blob | 'asked-for' | 'undrawable' | ImageFailure | undefined

/** An image that nobody has asked its host for, until the reader does. */
export function RemoteImage({ image: { source, alt }, host, store }: RemoteImageProps) {
  const words = useTranslations('pictures')
  const markdownWords = useTranslations('markdown')
  const [state, setState] = useState<State>(() => store.find(source))
  if (state instanceof Blob) {
    return <LoadedImage image={state} alt={alt} onBroken={() => setState('undrawable')} />
  }
  const isLoading = state === 'asked-for'
  const failure = isLoading ? undefined : state

  async function load(): Promise<void> {
    if (isLoading) return
    setState('asked-for')
    setState(await store.load(source))
  }

  return (
    <span className={`${markdownStyles.image} ${styles.remote}`}>
      {alt !== '' && <span>{alt}</span>}
      <span className={markdownStyles.origin}>{markdownWords('imageFrom', { host })}</span>
      <button
        type="button"
        className={styles.load}
        aria-label={
          failure === undefined && !isLoading
            ? words(alt === '' ? 'loadFrom' : 'loadNamed', { host, alt })
            : undefined
        }
        onClick={() => void load()}
      >
        {isLoading ? words('loading') : words(failure === undefined ? 'load' : 'tryAgain')}
      </button>
      <span role="status" className={styles.failure}>
        {failure !== undefined && words(`imageFailed.${failure}`, { host })}
      </span>
    </span>
  )
}
