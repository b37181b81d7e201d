import { homedir } from 'node:os'

import { app, shell } from 'electron'

import type { DiagnosticsAnswers } from '#shared/requests/diagnostics'

import { readBuild } from '../app/read-build'
import { readSystem } from '../app/read-system'
import type { Handlers } from '../bridge/answer'
import { toDiagnosticsText } from '../diagnostics/diagnostics-text'
import { measureData } from '../diagnostics/measure-data'
import { createPageFailures } from '../diagnostics/page-failures'
import { createAllowance } from '../local-api/allowance'
import type { ModelOpener } from '../models/open-model'
import type { PreferenceStore } from '../settings/preferences'
import type { AppLog } from './log'

export interface DiagnosticsParts {
  readonly log: AppLog
  readonly models: Pick<ModelOpener, 'connections'>
  readonly preferences: Pick<PreferenceStore, 'read'>
}

const MOST_LINES = 60
const PAGE_FAILURES_PER_MINUTE = 10
const KEPT = ['conversations.db', 'conversations.db-wal', 'backups', 'recordings', 'logs']

/** What a user may give to a developer, and the way to the log. Nothing of it is sent. */
export function composeDiagnostics({
  log,
  models,
  preferences,
}: DiagnosticsParts): Pick<Handlers, keyof DiagnosticsAnswers> {
  const { take } = createAllowance({ perMinute: PAGE_FAILURES_PER_MINUTE, now: () => performance.now() })
  return {
    reportFailure: createPageFailures({ log, take }),

    readDiagnostics: async () => ({
      text: toDiagnosticsText({
        facts: readFacts(preferences.read().language),
        connections: models.connections().map(({ provider }) => provider.id),
        sizes: await measureData(app.getPath('userData'), KEPT),
        lines: log.lastLines(MOST_LINES),
        home: homedir(),
      }),
    }),

    openLogFolder: async () => {
      const folder = app.getPath('logs')
      return { folder, isOpen: (await shell.openPath(folder)) === '' }
    },
  }
}

function readFacts(language: string): readonly (readonly [string, string])[] {
  const build = readBuild()
  const system = readSystem(process.env)
  return [
    ['Nagare', `${build.version}, ${build.isPackaged ? 'packaged' : 'from source'}`],
    ['Electron', `${build.electron} (Chromium ${build.chromium}, Node ${build.node})`],
    ['System', `${build.platform} ${build.release}, ${build.arch}`],
    ['Language', `${language} (window ${system.locale}, system ${system.systemLocale})`],
    ['Graphics', system.graphics],
    ['Sandbox', system.hasSandbox ? 'on' : 'off'],
    ...(system.display === undefined ? [] : [['Display', system.display] as const]),
  ]
}
