import { useContext } from 'react'
import { useTranslations } from 'use-intl'

import { RemoteImage } from './images/remote-image'
import styles from './markdown.module.css'
import { OutsideContext } from './outside'
import { toHost } from './safe-link'
import type { Image } from './tree'

/** Stands for an image, and names its host: it is fetched only when the reader asks for it. */
export function ImageView({ image }: { readonly image: Image }) {
  const words = useTranslations('markdown')
  const outside = useContext(OutsideContext)
  const host = toHost(image.source)
  if (host !== '' && outside !== undefined) {
    return <RemoteImage key={image.source} image={image} host={host} store={outside.images} />
  }
  const origin = host === '' ? words('image') : words('imageFrom', { host })
  return (
    <span
      className={styles.image}
      role="img"
      aria-label={image.alt === '' ? origin : `${image.alt} (${origin})`}
    >
      {image.alt !== '' && <span>{image.alt}</span>}
      <span className={styles.origin}>{origin}</span>
    </span>
  )
}
