import { useFormatter, useTranslations } from 'use-intl'

import markdownStyles from '../markdown.module.css'
import type { Outside } from '../outside'
import styles from './diagram.module.css'
import type { Order } from './drawing-room'
import type { Picture } from './frame-message'
import { SaveButton } from './save-button'
import { toPng } from './to-png'
import { type Zoom, zoomIn, zoomOut } from './zoom'

interface DiagramToolsProps {
  readonly order: Omit<Order, 'look'>
  readonly outside: Outside
  readonly zoom: Zoom
  readonly onZoom: (change: (zoom: Zoom) => Zoom) => void
}

/** What can be done with a picture. It is saved as it looks on white paper, whatever the theme. */
export function DiagramTools({ order, outside, zoom, onZoom }: DiagramToolsProps) {
  const words = useTranslations('pictures')
  const format = useFormatter()

  async function onPaper(): Promise<Picture> {
    const light: Order = { ...order, look: 'light' }
    const { drawingRoom } = outside
    const drawing = drawingRoom.find(light) ?? (await drawingRoom.draw(light, new AbortController().signal))
    if (drawing.outcome !== 'drawn') throw new Error(drawing.outcome)
    return drawing.picture
  }

  return (
    <>
      <button
        type="button"
        className={markdownStyles.copy}
        aria-label={words('zoomOut')}
        onClick={() => onZoom(zoomOut)}
      >
        −
      </button>
      <button
        type="button"
        className={`${markdownStyles.copy} ${styles.percent}`}
        aria-label={words('fit')}
        onClick={() => onZoom(() => undefined)}
      >
        {zoom === undefined ? words('whole') : format.number(zoom, { style: 'percent' })}
      </button>
      <button
        type="button"
        className={markdownStyles.copy}
        aria-label={words('zoomIn')}
        onClick={() => onZoom(zoomIn)}
      >
        +
      </button>
      <SaveButton format="SVG" onSave={async () => outside.saveSvg('diagram.svg', (await onPaper()).svg)} />
      <SaveButton
        format="PNG"
        onSave={async () => outside.savePng('diagram.png', await toPng(await onPaper()))}
      />
    </>
  )
}
