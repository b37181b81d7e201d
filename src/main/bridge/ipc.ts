import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'

import type { Events } from '#shared/contract'

import { answer, type AnswerOptions, badRequest, type Caller } from './answer'

export interface BridgeOptions extends AnswerOptions {
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
}

export interface BridgeServer {
  /** Tells the page of a window; one that has asked for nothing yet, or not since it was reloaded, when it does. */
  tell<Name extends keyof Events>(contents: WebContents, name: Name, event: Events[Name]): void
}

/** The one place that listens on Electron IPC. */
export function serveBridge({ isTrusted, ...options }: BridgeOptions): BridgeServer {
  const callers = new WeakMap<WebContents, Caller>()
  const waiting = new WeakMap<WebContents, ((caller: Caller) => void)[]>()

  function callerOf(contents: WebContents): Caller {
    const known = callers.get(contents)
    if (known !== undefined && !known.gone.aborted) return known
    const caller = createCaller(contents)
    callers.set(contents, caller)
    waiting.get(contents)?.forEach((tell) => tell(caller))
    waiting.delete(contents)
    return caller
  }

  ipcMain.handle('ask', (event, name: unknown, input: unknown) => {
    if (!isTrusted(event)) return badRequest('This page may not ask.')
    return answer(options, callerOf(event.sender), { name, input })
  })

  return {
    tell: (contents, name, event) => {
      const caller = callers.get(contents)
      if (caller !== undefined && !caller.gone.aborted) return caller.tell(name, event)
      waiting.set(contents, [...(waiting.get(contents) ?? []), (known) => known.tell(name, event)])
    },
  }
}

/** A page that is closed, reloaded or crashed is gone: nobody is left to tell. Its replies go on. */
function createCaller(contents: WebContents): Caller {
  const gone = new AbortController()

  function leave(): void {
    contents.off('destroyed', leave).off('did-navigate', leave).off('render-process-gone', leave)
    gone.abort()
  }
  contents.on('destroyed', leave).on('did-navigate', leave).on('render-process-gone', leave)

  return {
    tell: (name, event) => {
      if (!gone.signal.aborted) contents.send('tell', name, event)
    },
    gone: gone.signal,
  }
}
