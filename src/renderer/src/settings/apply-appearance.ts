import type { Preferences } from '#shared/preferences'

const COLUMN_REM = { narrow: '36rem', medium: '44rem', wide: '58rem', full: '100%' } as const

/** Writes what the eye prefers onto the root of the page, where the theme reads it. */
export function applyAppearance(root: HTMLElement, preferences: Preferences): void {
  const { theme, fontSize, textWidth, revealSpeed, motion } = preferences
  root.dataset['theme'] = theme
  root.dataset['reveal'] = revealSpeed
  root.dataset['motion'] = motion
  root.style.setProperty('--font-scale', `${fontSize}%`)
  root.style.setProperty('--column', COLUMN_REM[textWidth])
}
