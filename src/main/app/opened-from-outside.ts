import { app } from 'electron'

import type { StartedFor } from '../desktop/read-arguments'

/**
 * The links and files that macOS gives a program as events, from before it is ready. Returns the function that hears them,
 * those that came already first.
 */
export function hearOpenedFromOutside(): (hear: (opened: StartedFor) => void) => void {
  let early: StartedFor[] = []
  let take = (opened: StartedFor): void => void early.push(opened)
  app.on('open-url', (event, link) => {
    event.preventDefault()
    take({ links: [link], files: [] })
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    take({ links: [], files: [file] })
  })
  return (hear) => {
    take = hear
    early.forEach(hear)
    early = []
  }
}
