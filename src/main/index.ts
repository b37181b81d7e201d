import { join } from 'node:path'

import { app, dialog, session } from 'electron'

import { askRepair, restart } from './app/ask-repair'
import { PAGE_ORIGIN } from './app/content-security-policy'
import { dropDebuggingSwitches, isReleasePackage } from './app/drop-debugging-switches'
import { guardPages, guardSession } from './app/guards'
import { allowPortal } from './app/global-keys'
import { setMenu } from './app/menu'
import { registerPageScheme, servePage } from './app/page'
import { isPageFrame } from './app/page-frame'
import { createSaveHandlers } from './app/save-file'
import { hearOpenedFromOutside } from './app/opened-from-outside'
import { portableWords } from './app/portable-words'
import { openWindow } from './app/window'
import { manageWindows, QUICK_SWITCH } from './app/windows'
import { mainLanguage, type MainLanguage, readWords } from './app/words'
import { createGate } from './bridge/gate'
import { type BridgeServer, serveBridge } from './bridge/ipc'
import { openAllSettings } from './composition/settings'
import { chatHandlers } from './chat/chat-handlers'
import { parameterHandlers } from './chat/parameter-handlers'
import { composeChat } from './composition/chat'
import { composeConnections } from './composition/connections'
import { composeDiagnostics } from './composition/diagnostics'
import { logThisRun, openLog } from './composition/log'
import { openHistory } from './composition/open-history'
import { pictureHandlers } from './composition/pictures'
import { composeDesktop } from './composition/desktop'
import { composeIntents } from './composition/intents'
import { composeModels } from './composition/models'
import { composePortable } from './composition/portable'
import { composeQuick } from './composition/quick'
import { serveConversations } from './composition/serve-conversations'
import { composeSpelling } from './composition/spelling'
import { composeSpending } from './composition/spending'
import { composeUpdates } from './composition/updates'
import { searchHandlers } from './conversations/search/search-handlers'
import { appUserModelId } from './desktop/app-user-model-id'
import { openWindowMemory } from './desktop/window-memory'
import { dropTracingVariables } from './models/drop-tracing-variables'
import { createDamageAlarm } from './portable/damage-alarm'
import { modelHandlers } from './settings/model-handlers'
import { recordingHandlers } from './settings/recording-handlers'
import { redact } from './transport/redact'

const appLog = openLog()
dropTracingVariables(process.env)
const modelId = appUserModelId(process, app.isPackaged)
if (modelId !== undefined) app.setAppUserModelId(modelId)
registerPageScheme()
const openedFromOutside = hearOpenedFromOutside()
allowPortal(app.commandLine)
dropDebuggingSwitches(app.commandLine, app.isPackaged && isReleasePackage(app.getAppPath()))
// As root Chromium refuses to start with its sandbox, and the scripts then say so; asked for twice it would crash.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

/** In development the page comes from the dev server, so that it reloads as it is edited. */
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const pageOrigin = devServer === undefined ? PAGE_ORIGIN : new URL(devServer).origin
const pageUrl = `${devServer ?? PAGE_ORIGIN}/index.html`

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(giveUp)
} else {
  app.quit()
}

async function start(): Promise<void> {
  logThisRun(appLog)
  guardPages(devServer)
  const page = session.fromPartition('persist:page')
  await guardSession(page, { origin: pageOrigin, isDeveloping: devServer !== undefined })
  servePage(page, join(import.meta.dirname, '../renderer'))

  const { settings, preferences, words, ...decided } = openAllSettings(inUserData)
  const spelling = composeSpelling({
    ...{ ...decided, preferences, page, log },
    isDeveloping: devServer !== undefined,
  })
  const kept = { file: inUserData('conversations.db'), backups: inUserData('backups') }
  const language = (): MainLanguage => mainLanguage(preferences.read().language)
  const history = await openHistory({ ...kept, words, language, onRefused: logRefusal })
  if (history === undefined) return app.quit()
  const { conversations } = history
  const gate = createGate(
    () => history.makeWay(true),
    () => history.makeWay(false),
  )
  app.on('will-quit', () => {
    const { unwritten } = words()
    if (history.close().unwritten > 0) dialog.showErrorBox(unwritten.title, unwritten.body)
  })

  const { fetch } = decided
  const { recordings, recorder, providers, lists, running, priceFile, models } = composeModels({
    ...{ ...decided, settings, inUserData, env: process.env, onRefusal: logRefusal },
  })
  const spending = composeSpending({ store: history.spending, models, preferences, priceFile })
  const { chat, localApiHandlers, isBusy } = composeChat({
    ...{ models, keys: decided.keys, preferences, settings, spending, log: appLog },
    note: conversations.note,
    onProgramAnswered: () => updates.onIdle(),
  })

  const preload = join(import.meta.dirname, '../preload/index.cjs')
  const view = { session: page, preload, url: pageUrl, words }
  const windows = manageWindows({
    open: () => openWindow({ ...view, memory: openWindowMemory(inUserData('window.json'), logRefusal) }),
    keepsRunning: () => preferences.read().tray && preferences.read().keepsRunning,
    onLastClosed: () => quick.leave(),
    onQuick: () => quick.show(),
    onArguments: (argv, folder) => intents.takeArguments(argv, folder),
    words,
    replies: chat,
    finishesInBackground: () => preferences.read().finishInBackground,
  })
  const tell: BridgeServer['tell'] = (...told) => bridge.tell(...told)
  const intents = composeIntents({ heard: openedFromOutside, history, focus: windows.focus, tell })
  const quick = composeQuick({ page: view, preferences, windows, tell })
  const { startsHidden, openSettings, menu, ...desktop } = composeDesktop({
    ...{ ...decided, preferences, history, windows, words, tell, isBusy, log },
    openQuick: quick.show,
  })
  const updates = composeUpdates({ ...decided, preferences, log, isBusy })
  const onIdle = (): void => {
    windows.quitUnlessSeen()
    updates.onIdle()
  }
  const { runs, seen, onImported, stopTitles, handlers } = serveConversations({
    ...{ ...desktop, history, chat, spending, log, onIdle, openModel: models.open },
    titlesFromModel: () => preferences.read().titlesFromModel,
  })
  app.on('before-quit', stopTitles)

  const raiseDamage = createDamageAlarm({
    ...{ file: kept.file, restart },
    ask: () => askRepair(portableWords[language()]),
  })
  const portable = composePortable({
    ...{ ...kept, language, session: page, alone: gate.alone, onImported, listModels: models.list },
    openedFile: intents.takeFile,
    pageUrl: `${devServer ?? PAGE_ORIGIN}/export.html`,
    onFailure: (cause) => {
      log('An export, import or backup failed', cause)
      return raiseDamage(cause)
    },
  })
  const bridge = serveBridge({
    handlers: gate.guard({
      ...portable.handlers,
      ...chatHandlers({ chat, runs, conversations, seen, models, spending, chosen: history.parameters }),
      ...spending.handlers,
      ...handlers,
      ...modelHandlers({ listModels: models.list, settings }),
      ...composeConnections({
        ...{ providers, models, settings, lists, running, fetch, log },
        policy: decided.policy.connections,
        keys: decided.keys,
        parameters: parameterHandlers({ store: history.parameters, models, conversations, settings, fetch }),
      }),
      ...localApiHandlers,
      ...recordingHandlers(recorder, recordings),
      ...decided.handlers,
      ...createSaveHandlers(),
      ...pictureHandlers(decided.way),
      ...searchHandlers(history),
      ...updates.handlers,
      ...quick.handlers,
      ...spelling,
      ...composeDiagnostics({ log: appLog, models, preferences }),
      ...intents.handlers,
    }),
    onFailure: (name, cause) => {
      log(`The request ${name} failed`, cause)
      raiseDamage(cause)
    },
    isTrusted: ({ senderFrame }) => isPageFrame(senderFrame, { origin: pageOrigin, url: pageUrl }),
  })
  const showMenu = (): void =>
    setMenu({
      words: words(),
      keys: preferences.read().shortcuts,
      portable: portable.menu(),
      ...{ openWindow: windows.open, openQuick: quick.show },
      ...{ ...menu, settings: { label: decided.settingsWords().open, open: openSettings } },
      platform: process.platform,
      isPackaged: app.isPackaged,
    })
  showMenu()
  preferences.follow(showMenu)
  if (intents.start()) return
  if (process.argv.includes(QUICK_SWITCH)) quick.show()
  else if (!startsHidden()) windows.focus()
}

/** Without a window there is nobody to tell, and the lock of the single instance would stay. */
function giveUp(cause: unknown): void {
  log('Could not start', cause)
  const { title, body } = readWords().cannotStart
  dialog.showErrorBox(title, `${body}\n\n${redact(String(cause))}`)
  app.exit(1)
}

function inUserData(file: string): string {
  return join(app.getPath('userData'), file)
}

/** Nothing is lost: a reply stays in memory until the disk takes it. */
function logRefusal(cause: unknown): void {
  log('The disk refused to write', cause)
}

function log(what: string, cause: unknown): void {
  appLog.fail({ scope: 'main', message: what, cause })
}
