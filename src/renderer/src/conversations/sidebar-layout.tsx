import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'

import { isOverlaid } from './overlaid'
import styles from './sidebar-layout.module.css'
import { NARROWEST, type SidebarMemory, toWidth, WIDEST } from './sidebar-memory'

const STEP = 16

interface SidebarLayoutProps {
  readonly isOpen: boolean
  readonly memory: Pick<SidebarMemory, 'readShape' | 'keepShape'>
  readonly onClose: () => void
  readonly sidebar: ReactNode
  readonly children: ReactNode
}

/** The list beside the conversation; over it where the window is narrow. */
export function SidebarLayout({ isOpen, memory, onClose, sidebar, children }: SidebarLayoutProps) {
  const words = useTranslations('sidebar')
  const [width, setWidth] = useState(() => memory.readShape().width)

  function resize(wanted: number): void {
    const next = toWidth(wanted)
    setWidth(next)
    memory.keepShape({ ...memory.readShape(), width: next })
  }

  function step(event: KeyboardEvent): void {
    const change = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (change === undefined) return
    event.preventDefault()
    resize(width + change)
  }

  function drag(event: PointerEvent<HTMLElement>): void {
    const splitter = event.currentTarget
    const [from, before] = [event.clientX, width]
    splitter.setPointerCapture(event.pointerId)
    const move = ({ clientX }: globalThis.PointerEvent): void => resize(before + clientX - from)
    splitter.addEventListener('pointermove', move)
    splitter.addEventListener('lostpointercapture', () => splitter.removeEventListener('pointermove', move), {
      once: true,
    })
  }

  return (
    <div className={styles.layout}>
      {isOpen && (
        <>
          <nav
            className={styles.side}
            aria-label={words('label')}
            style={{ width }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && isOverlaid()) onClose()
            }}
          >
            {sidebar}
            <div
              className={styles.splitter}
              role="separator"
              aria-orientation="vertical"
              aria-label={words('width')}
              aria-valuenow={width}
              aria-valuemin={NARROWEST}
              aria-valuemax={WIDEST}
              tabIndex={0}
              onKeyDown={step}
              onPointerDown={drag}
            />
          </nav>
          <div className={styles.shade} onPointerDown={onClose} />
        </>
      )}
      <div className={styles.content}>{children}</div>
    </div>
  )
}
