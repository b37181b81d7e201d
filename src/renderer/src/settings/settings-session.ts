import { createStore } from 'zustand/vanilla'

import type { AppError } from '#shared/app-error'
import type { ConnectionTestEvent } from '#shared/connection-test'
import type { Answers, Bridge, Events, RequestName, Requests } from '#shared/contract'
import {
  DEFAULT_PREFERENCES,
  DEFAULT_SETTINGS,
  type PreferenceName,
  type Preferences,
  type SettingsState,
} from '#shared/preferences'
import type { LocalApiState } from '#shared/local-api'
import type { QuickKeysState } from '#shared/requests/quick'
import type { SpellingState } from '#shared/requests/spelling'
import type { UpdateState } from '#shared/update'

import { holdEvent } from '../ui/hold-event'
import type { PreferencesStore } from '../ui/preferences'

export type Change = Requests['changeSettings']['changes']

/** What main says when it is asked, and again at each change. */
export interface Followable<State> {
  /** Undefined when main could not say. */
  readonly read: () => Promise<State | undefined>
  /** Returns the function that ends it. */
  readonly follow: (listener: (state: State) => void) => () => void
}

/** The settings as this window knows them, and the only way to change them. */
export interface SettingsSession {
  readonly store: PreferencesStore
  /** Reads them, and follows them from then on. */
  open(): Promise<void>
  /** Shown at once and saved at once; put back when main refuses. Undefined takes a preference back to its default. */
  change(changes: Change): Promise<AppError | undefined>
  /** For what is no preference: keys, certificates, versions. Undefined when main could not say. */
  ask<Name extends RequestName>(name: Name, input: Requests[Name]): Promise<Answers[Name] | undefined>
  /** Calls back when the native menu asks for the settings; returns the function that ends it. */
  readonly onAsked: (listener: () => void) => () => void
  /** Calls back when the native menu asks for updates; returns the function that ends it. */
  readonly onUpdatesAsked: (listener: () => void) => () => void
  /** Calls back at every step of an update; returns the function that ends it. */
  readonly onUpdate: (listener: (state: UpdateState) => void) => () => void
  readonly localApi: Followable<LocalApiState>
  readonly quickKeys: Followable<QuickKeysState>
  readonly spelling: Followable<SpellingState>
  /** Calls back as a test of a connection goes on; returns the function that ends it. */
  readonly onTest: (listener: (event: ConnectionTestEvent) => void) => () => void
  dispose(): void
}

export function createSettingsSession(bridge: Bridge): SettingsSession {
  const store = createStore<SettingsState>(() => DEFAULT_SETTINGS)
  const stop = bridge.on('settings', (state) => store.setState(state))
  const asked = holdEvent<Events['openSettings']>((listener) => bridge.on('openSettings', listener))
  const updatesAsked = holdEvent<Events['openUpdates']>((listener) => bridge.on('openUpdates', listener))

  async function open(): Promise<void> {
    const answer = await bridge.ask('readSettings', {})
    if (answer.ok) store.setState(answer.value)
  }

  async function ask<Name extends RequestName>(
    name: Name,
    input: Requests[Name],
  ): Promise<Answers[Name] | undefined> {
    const answer = await bridge.ask(name, input)
    return answer.ok ? answer.value : undefined
  }

  async function change(changes: Change): Promise<AppError | undefined> {
    const before = store.getState()
    store.setState({ values: withChanges(before.values, changes) })
    const answer = await bridge.ask('changeSettings', { changes })
    if (answer.ok && answer.value.refused.length === 0) return undefined
    await open()
    return answer.ok ? undefined : answer.error
  }

  return {
    store,
    open,
    change,
    ask,
    localApi: { read: () => ask('readLocalApi', {}), follow: (listener) => bridge.on('localApi', listener) },
    quickKeys: {
      read: () => ask('readQuickKeys', {}),
      follow: (listener) => bridge.on('quickKeys', listener),
    },
    spelling: { read: () => ask('readSpelling', {}), follow: (listener) => bridge.on('spelling', listener) },
    onAsked: asked.on,
    onUpdatesAsked: updatesAsked.on,
    onUpdate: (listener) => bridge.on('update', listener),
    onTest: (listener) => bridge.on('connectionTest', listener),
    dispose: () => {
      stop()
      asked.dispose()
      updatesAsked.dispose()
    },
  }
}

function withChanges(values: Preferences, changes: Change): Preferences {
  const names = Object.keys(changes) as PreferenceName[]
  const next = names.map((name) => [name, changes[name] ?? DEFAULT_PREFERENCES[name]] as const)
  return { ...values, ...Object.fromEntries(next) }
}
