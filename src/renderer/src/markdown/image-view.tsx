import { useTranslations } from 'use-intl'

import styles from './markdown.module.css'
import { toHost } from './safe-link'
import type { Image } from './tree'

/** Stands for an image that is never fetched: the page speaks to no host. */
export function ImageView({ image }: { readonly image: Image }) {
  const words = useTranslations('markdown')
  const host = toHost(image.source)
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
