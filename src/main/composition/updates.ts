import { join } from 'node:path'

import { app } from 'electron'

import { readBuildPlace } from '../app/build-place'
import type { SessionJoiner } from '../app/network'
import { openUpdateSource } from '../app/update-source'
import type { Policy } from '../settings/policy'
import type { PreferenceStore } from '../settings/preferences'
import { findHindrance } from '../updates/find-hindrance'
import { readLicenses } from '../updates/read-licenses'
import { createUpdateFlow, type UpdateParts } from '../updates/update-flow'
import { updateHandlers } from '../updates/update-handlers'

export interface ComposedUpdates extends Pick<UpdateParts, 'isBusy'> {
  readonly preferences: Pick<PreferenceStore, 'read'>
  readonly policy: Pick<Policy, 'isFixed' | 'problem'>
  readonly join: SessionJoiner
  readonly log: (what: string, cause: unknown) => void
}

const FIRST_LOOK_AFTER_MS = 60_000
const LOOK_EVERY_MS = 24 * 60 * 60 * 1_000

/** Updates: found once a day or when asked, fetched and installed only when asked. */
export function composeUpdates({ preferences, policy, join: joinNetwork, log, isBusy }: ComposedUpdates) {
  const place = readBuildPlace(process.env)

  /** A policy that makes no sense may have been meant to forbid it. */
  const isAllowed = (): boolean =>
    policy.problem?.kind !== 'broken' &&
    (preferences.read().looksForUpdates || !policy.isFixed('looksForUpdates'))

  const flow = createUpdateFlow({
    isBusy,
    hindrance: () => {
      const by = findHindrance({
        ...{ platform: process.platform, env: process.env, isPackaged: app.isPackaged },
        ...{ hasPlace: place.hasPlace, isAllowed: isAllowed() },
      })
      if (by === undefined) return undefined
      return place.page === undefined ? { by } : { by, page: place.page }
    },
    openSource: () => openUpdateSource({ configFile: place.configFile, join: joinNetwork, log }),
    onFailure: (cause) => log('The update failed', cause),
  })

  function look(): void {
    // Nobody is disturbed while an answer is being written; tomorrow is another day.
    if (app.isPackaged && preferences.read().looksForUpdates && !isBusy()) void flow.check('unasked')
  }
  setTimeout(look, FIRST_LOOK_AFTER_MS).unref()
  setInterval(look, LOOK_EVERY_MS).unref()

  const here = import.meta.dirname
  const files = [join(here, 'licenses.json'), join(here, '..', 'renderer', 'licenses.json')]
  return {
    handlers: {
      ...updateHandlers(flow),
      readLicenses: async () => ({ licenses: await readLicenses(files) }),
    },
    onIdle: flow.onIdle,
  }
}
