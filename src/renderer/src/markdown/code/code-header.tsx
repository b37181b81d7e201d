import type { ReactNode } from 'react'

import styles from './code.module.css'
import type { FenceInfo } from './fence-info'

interface CodeHeaderProps {
  readonly info: FenceInfo
  /** The buttons at its end. */
  readonly children: ReactNode
}

/** What a block of code is, and what can be done with it. */
export function CodeHeader({ info: { label, fileName }, children }: CodeHeaderProps) {
  return (
    <figcaption>
      {fileName !== undefined && <span className={`${styles.title} ${styles.file}`}>{fileName}</span>}
      <span className={styles.title}>{label}</span>
      <span className={styles.tools}>{children}</span>
    </figcaption>
  )
}
