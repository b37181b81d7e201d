import { expect, it } from 'vitest'

import type { Release, UpdateState } from '#shared/update'

import { createUpdateFlow, type UpdateParts, type UpdateSource } from './update-flow'

const RELEASE: Release = { version: '2.0.0', notes: '**Faster**' }

function openFlow(source: Partial<UpdateSource> = {}, parts: Partial<UpdateParts> = {}) {
  const seen: UpdateState[] = []
  const done: string[] = []
  const whole: UpdateSource = {
    check: async () => RELEASE,
    download: async (onProgress) => [0, 40, 40, 100].forEach(onProgress),
    install: () => done.push('installed'),
    ...source,
  }
  const flow = createUpdateFlow({
    hindrance: () => undefined,
    openSource: async () => {
      done.push('opened')
      return whole
    },
    isBusy: () => false,
    onFailure: () => undefined,
    ...parts,
  })
  flow.follow((state) => seen.push(state))
  return { flow, seen, done }
}

const failure = (code: string) => Object.assign(new Error(code), { code })

it('goes one step for each that was asked for, and none by itself', async () => {
  const { flow, seen, done } = openFlow()
  expect(done).toEqual([])
  await flow.check('asked')
  await flow.download()
  flow.onIdle()
  expect(done).toEqual(['opened'])
  flow.install()
  expect(done).toEqual(['opened', 'installed'])
  expect(seen).toEqual([
    { step: 'checking' },
    { step: 'found', release: RELEASE, isUnasked: false },
    { step: 'downloading', release: RELEASE, percent: 0 },
    { step: 'downloading', release: RELEASE, percent: 40 },
    { step: 'downloading', release: RELEASE, percent: 100 },
    { step: 'ready', release: RELEASE, waits: false },
    { step: 'installing' },
  ])
})

it('installs nothing while an answer is being written, and does it when the last one ends', async () => {
  let isBusy = true
  const { flow, done } = openFlow({}, { isBusy: () => isBusy })
  await flow.check('asked')
  await flow.download()
  flow.install()
  expect(flow.state()).toEqual({ step: 'ready', release: RELEASE, waits: true })
  flow.onIdle()
  expect(done).not.toContain('installed')
  isBusy = false
  flow.onIdle()
  expect(done).toContain('installed')
})

it('keeps the release after a damaged download, so that it can be tried again, and cannot be installed', async () => {
  let tries = 0
  const { flow, done } = openFlow({
    download: async () => {
      tries += 1
      if (tries === 1) throw failure('ERR_CHECKSUM_MISMATCH')
    },
  })
  await flow.check('asked')
  await flow.download()
  expect(flow.state()).toEqual({ step: 'failed', problem: 'damaged', release: RELEASE })
  flow.install()
  expect(done).not.toContain('installed')
  await flow.download()
  expect(flow.state()).toEqual({ step: 'ready', release: RELEASE, waits: false })
})

it('asks nobody where something hinders it, not even when that came later', async () => {
  const hindrance = { by: 'policy' } as const
  const first = openFlow({}, { hindrance: () => hindrance })
  await first.flow.check('asked')
  expect([first.flow.state(), first.done]).toEqual([{ step: 'hindered', by: 'policy' }, []])

  let isHindered = false
  const later = openFlow({}, { hindrance: () => (isHindered ? hindrance : undefined) })
  await later.flow.check('asked')
  isHindered = true
  await later.flow.download()
  expect(later.flow.state().step).toBe('found')
})

it('keeps what it found when a later look fails that nobody asked for', async () => {
  let tries = 0
  const failures: unknown[] = []
  const { flow } = openFlow(
    {
      check: async () => {
        tries += 1
        if (tries > 1) throw failure('ENOTFOUND')
        return RELEASE
      },
    },
    { onFailure: (cause) => failures.push(cause) },
  )
  await flow.check('unasked')
  await flow.check('unasked')
  expect(flow.state()).toEqual({ step: 'found', release: RELEASE, isUnasked: true })
  expect(failures).toHaveLength(1)
  await flow.check('asked')
  expect(flow.state().step).toBe('failed')
})

it('loads the updater once, and again only after it could not be loaded', async () => {
  let tries = 0
  const source: UpdateSource = { check: async () => undefined, download: async () => {}, install: () => {} }
  const { flow, seen } = openFlow(
    {},
    {
      openSource: async () => {
        tries += 1
        if (tries === 1) throw failure('ENOSPC')
        return source
      },
    },
  )
  await flow.check('asked')
  await flow.check('asked')
  await flow.check('unasked')
  expect(tries).toBe(2)
  expect(seen.map(({ step }) => step)).toEqual([
    ...['checking', 'failed'],
    ...['checking', 'current'],
    ...['checking', 'current'],
  ])
})

it('tells failures of the network from others', async () => {
  const problems = []
  for (const cause of [
    new Error('net::ERR_NAME_NOT_RESOLVED'),
    failure('HTTP_ERROR_404'),
    new Error('odd'),
  ]) {
    const { flow } = openFlow({ check: () => Promise.reject(cause) })
    await flow.check('asked')
    problems.push(flow.state())
  }
  expect(problems).toEqual([
    { step: 'failed', problem: 'unreachable' },
    { step: 'failed', problem: 'unreachable' },
    { step: 'failed', problem: 'other' },
  ])
})
