import { useContext } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import { CodeView } from './code-view'
import { ToggleButton } from './code/toggle-button'
import { DiagramTools } from './diagrams/diagram-tools'
import styles from './diagrams/diagram.module.css'
import { PictureView } from './diagrams/picture-view'
import type { Drawing } from './diagrams/drawing-room'
import { useDrawing } from './diagrams/use-drawing'
import { useLook } from './diagrams/use-look'
import type { Zoom } from './diagrams/zoom'
import { useKeptLook } from './kept-looks'
import { type Outside, OutsideContext } from './outside'
import type { Code } from './tree'

/** A diagram: its source while that may still grow, then what Mermaid draws of it, with the source a button away. */
export function DiagramView({ code }: { readonly code: Code }) {
  const outside = useContext(OutsideContext)
  const source = code.lines.flat().join('\n')
  if (outside === undefined || !code.isSettled || source.trim() === '') return <CodeView code={code} />
  return <ClosedDiagram key={source} code={code} source={source} outside={outside} />
}

interface ClosedDiagramProps {
  readonly code: Code
  readonly source: string
  readonly outside: Outside
}

function ClosedDiagram({ code, source, outside }: ClosedDiagramProps) {
  const words = useTranslations('pictures')
  const [showsSource, setShowsSource] = useKeptLook(`source ${source}`, false)
  const [zoom, setZoom] = useKeptLook<Zoom>(`zoom ${source}`, undefined)
  const language = useLocale()
  const drawing = useDrawing(outside.drawingRoom, { source, look: useLook(), language })
  if (drawing === undefined) return <CodeView code={code} />
  if (drawing.outcome !== 'drawn') return <CodeView code={code} note={<Failure drawing={drawing} />} />
  const { picture } = drawing
  const onZoom = (change: (before: Zoom) => Zoom) => setZoom(change(zoom))
  return (
    <CodeView
      code={code}
      name={picture.title === '' ? words('diagram') : words('diagramOf', { title: picture.title })}
      tools={
        <>
          <ToggleButton
            label={words('source')}
            isPressed={showsSource}
            onPress={() => setShowsSource(!showsSource)}
          />
          {!showsSource && <DiagramTools order={{ source, language }} {...{ outside, zoom, onZoom }} />}
        </>
      }
      body={showsSource ? undefined : <PictureView picture={picture} zoom={zoom} onZoom={onZoom} />}
    />
  )
}

function Failure({ drawing }: { readonly drawing: Exclude<Drawing, { outcome: 'drawn' }> }) {
  const words = useTranslations('pictures')
  const line = drawing.outcome === 'unreadable' ? (drawing.line ?? 0) : 0
  return <p className={styles.note}>{words(`notDrawn.${drawing.outcome}`, { line })}</p>
}
