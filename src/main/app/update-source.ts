import { app } from 'electron'
import type { UpdateInfo } from 'electron-updater'

import type { UpdateSource } from '../updates/update-flow'
import type { SessionJoiner } from './network'

export interface UpdateSourceOptions {
  /** A file like the `app-update.yml` of a package, instead of the package's own. */
  readonly configFile: string | undefined
  /** Lets the updater's session go the way that every request of the app goes. */
  readonly join: SessionJoiner
  readonly log: (what: string, cause: unknown) => void
}

/**
 * electron-updater, which is loaded here and nowhere else, so that starting the app does not wait for it. It downloads when
 * it is told to, checks what it got against the release's SHA-512 and, on Windows and macOS, the signature; it takes no older
 * release for a newer one.
 */
export async function openUpdateSource({
  configFile,
  join,
  log,
}: UpdateSourceOptions): Promise<UpdateSource> {
  const { autoUpdater, BaseUpdater } = await import('electron-updater')
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = false
  autoUpdater.allowDowngrade = false
  autoUpdater.logger = {
    info: () => undefined,
    warn: () => undefined,
    error: (what) => log('The updater', what),
  }
  // It would send a number of its own making with every request, by which a server could tell one user from another.
  autoUpdater.requestHeaders = { 'x-user-staging-id': '' }
  if (configFile !== undefined) {
    autoUpdater.updateConfigPath = configFile
    autoUpdater.forceDevUpdateConfig = true
  }

  const { ready, login } = join(autoUpdater.netSession)
  // Electron takes an answer without a name for a refusal; the type does not say so.
  autoUpdater.on('login', (info, answer) => login(info, answer as Parameters<typeof login>[1]))
  refuseClearText(autoUpdater.netSession, configFile !== undefined)

  return {
    check: async () => {
      await ready()
      const result = await autoUpdater.checkForUpdates()
      return result?.isUpdateAvailable === true ? toRelease(result.updateInfo) : undefined
    },
    download: async (onProgress) => {
      const tell = ({ percent }: { readonly percent: number }): void => onProgress(Math.floor(percent))
      autoUpdater.on('download-progress', tell)
      try {
        await ready()
        await autoUpdater.downloadUpdate()
      } finally {
        autoUpdater.off('download-progress', tell)
      }
    },
    install: () => {
      // What is started must find the conversations closed and the single instance gone.
      if (autoUpdater instanceof BaseUpdater) app.once('quit', () => void autoUpdater.install(true, true))
      else autoUpdater.quitAndInstall()
      app.quit()
    },
  }
}

/** Whoever can change what is on the way could change the announced hash with it. */
function refuseClearText(session: Electron.Session, isTest: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const { protocol, hostname } = new URL(url)
    answer({ cancel: protocol !== 'https:' && !(isTest && hostname === '127.0.0.1') })
  })
}

function toRelease({ version, releaseNotes }: UpdateInfo) {
  return { version, notes: typeof releaseNotes === 'string' ? releaseNotes : '' }
}
