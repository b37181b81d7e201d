import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'

import type { Picture } from './frame-message'
import styles from './diagram.module.css'
import { toAddress } from './to-address'
import { type Zoom, zoomByKey } from './zoom'

interface PictureViewProps {
  readonly picture: Picture
  readonly zoom: Zoom
  readonly onZoom: (change: (zoom: Zoom) => Zoom) => void
}

/** A drawn diagram, which scrolls by itself and zooms with the keys + - and 0. */
export function PictureView({ picture, zoom, onZoom }: PictureViewProps) {
  const words = useTranslations('pictures')
  const { svg, width, height, title, description } = picture
  const name = title === '' ? words('diagram') : title

  function onKeyDown(event: KeyboardEvent): void {
    const change = event.ctrlKey || event.metaKey || event.altKey ? undefined : zoomByKey(event.key)
    if (change === undefined) return
    event.preventDefault()
    onZoom(change)
  }

  return (
    <div className={styles.sight} role="region" aria-label={name} tabIndex={0} onKeyDown={onKeyDown}>
      <img
        className={zoom === undefined ? styles.whole : styles.picture}
        src={toAddress(svg)}
        alt={description === '' ? name : `${name}. ${description}`}
        width={Math.round(width * (zoom ?? 1))}
        height={Math.round(height * (zoom ?? 1))}
        draggable={false}
      />
    </div>
  )
}
