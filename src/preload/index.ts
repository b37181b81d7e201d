import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

import type { Bridge } from '#shared/contract'

/** Forwards two channels and decides nothing, so that it is not edited when a request is added. */
const bridge: Bridge = {
  ask: (name, input) => ipcRenderer.invoke('ask', name, input),
  on: (name, listener) => {
    const forward = (_: IpcRendererEvent, told: unknown, event: Parameters<typeof listener>[0]): void => {
      if (told === name) listener(event)
    }
    ipcRenderer.on('tell', forward)
    return () => void ipcRenderer.off('tell', forward)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
