/**
 * What every page of ours is opened with: no Node in it nor in a worker or frame of it, a world of its own for the
 * preload, the system's sandbox, and Chromium's own guards. Most are Electron's defaults; written out, they stay.
 */
export const LOCKED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const
