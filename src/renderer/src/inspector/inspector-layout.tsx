import type { ReactNode } from 'react'

import styles from './inspector-layout.module.css'

interface InspectorLayoutProps {
  /** The inspector, while it is open. */
  readonly panel: ReactNode
  readonly children: ReactNode
}

/** The conversation, and the inspector beside it; below it, or over it, where the window is narrow. */
export function InspectorLayout({ panel, children }: InspectorLayoutProps) {
  return (
    <div className={styles.layout}>
      <div className={styles.conversation}>{children}</div>
      {panel}
    </div>
  )
}
