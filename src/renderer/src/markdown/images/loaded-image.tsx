import { useEffect, useRef } from 'react'

import styles from './images.module.css'

interface LoadedImageProps {
  readonly image: Blob
  readonly alt: string
  readonly onBroken: () => void
}

/** An image that is here. Its address lives as long as it is shown. */
export function LoadedImage({ image, alt, onBroken }: LoadedImageProps) {
  const element = useRef<HTMLImageElement>(null)

  useEffect(() => {
    const address = URL.createObjectURL(image)
    if (element.current !== null) element.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [image])

  return <img ref={element} className={styles.loaded} alt={alt} onError={onBroken} />
}
