import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Reply, Usage } from '#shared/message'
import { OFFLINE_PROVIDERS } from '#shared/offline-providers'

import type { ChatScript } from '../../emulators/chat/said'
import type { SeenRequest } from '../../emulators/wire/seen-request'
import { PROVIDERS } from './models/catalogue'
import { type AskedReply, openCore } from './testing/open-core'
import { toTable } from './testing/providers/outcome-table'
import {
  KEY,
  type ProviderUnderTest,
  PROVIDERS_UNDER_TEST,
  type RunningEmulator,
  type Words,
} from './testing/providers/providers-under-test'
import { PATIENT, type Scenario, SCENARIOS, USAGE } from './testing/providers/scenarios'

const endings = new Map<string, Map<string, string>>()
afterAll(() => void process.stdout.write(toTable(endings)))

describe.each(PROVIDERS_UNDER_TEST)('$name', (provider) => {
  const scenarios = SCENARIOS.filter(
    ({ needsFilter, needsStatusFilter }) =>
      (provider.canBlock || !needsFilter) && (provider.refusesPrompts || !needsStatusFilter),
  )
  const heard = new Map<string, AskedReply>()
  const said: unknown[][] = []
  let folder: string
  let emulator: RunningEmulator

  const requestsOf = ({ name }: Scenario) => emulator.requests.filter((request) => isAbout(request, name))

  beforeAll(async () => {
    for (const [name, value] of Object.entries(TRAPS)) vi.stubEnv(name, value)
    folder = mkdtempSync(join(tmpdir(), 'nagare-providers-'))
    emulator = await provider.start((request) => answerTo(request, emulator.requests))
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...words) => said.push(words))
    }
    const secrets = { read: (_: string, field: string) => (field === 'apiKey' ? KEY : undefined) }
    const closedPort = await findClosedPort()
    const { settings, modelId } = provider

    const ask = async (scenario: Scenario) => {
      const { name, way, limits = PATIENT, isStopped, mostTokens = 0 } = scenario
      const core = openCore({
        file: join(folder, `${name.replace(/\W/g, '-')}.db`),
        network: networkOf(way, emulator, closedPort),
        limits,
        settings,
        secrets,
      })
      const reply = await core.ask(promptOf(name), {
        ...{ modelId, mostTokens },
        onEvent: ({ type }, stop) => {
          if (isStopped && type === 'reply-delta') stop()
        },
      })
      core.close()
      heard.set(name, reply)
    }
    await Promise.all(scenarios.filter(({ limits }) => limits === undefined).map(ask))
    await Promise.all(scenarios.filter(({ limits }) => limits !== undefined).map(ask))
    endings.set(
      provider.name,
      new Map(scenarios.map(({ name }) => [name, endingOf((heard.get(name) ?? NOTHING).kept)])),
    )
  }, 120_000)

  afterAll(async () => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    await emulator.close()
    rmSync(folder, { recursive: true })
  })

  it.each(scenarios)('ends “$name” as $ending, with every word that came', (scenario) => {
    const { kept, retryWaitsMs } = heard.get(scenario.name) ?? NOTHING
    const { ending, waitsMs = [], way } = scenario
    expect({
      ending: endingOf(kept),
      words: { text: kept.text, thought: kept.thought },
      retryWaitsMs,
      requests: requestsOf(scenario).length,
    }).toEqual({
      ending,
      words:
        scenario.isStopped || scenario.mostTokens
          ? { text: expect.any(String), thought: expect.any(String) }
          : wordsSent(provider, scenario),
      retryWaitsMs: waitsMs,
      requests: way === undefined ? waitsMs.length + 1 : 0,
    })
  })

  it('keeps what came before the limit of an answer, and little more, with what it took', () => {
    const { text, thought, usage } = heard.get('limit of an answer')?.kept ?? { text: '', thought: '' }
    const all = wordsSent(provider, SCENARIOS.find(({ name }) => name === 'limit of an answer') as Scenario)
    expect(all.text.startsWith(text) && all.thought.startsWith(thought)).toBe(true)
    expect((text + thought).length).toBeGreaterThan(0)
    expect(usage).toBeDefined()
  })

  it('counts what the provider counted', () => {
    const { input, output, thought = 0, cached = 0 } = USAGE
    const counted: Usage = {
      input,
      output,
      ...(provider.counts.thought ? { thought } : {}),
      ...(provider.counts.cached ? { cached } : {}),
    }
    expect(heard.get('stream, thoughts, usage')?.kept.usage).toEqual(counted)
  })

  it('closes the socket itself when it is stopped, and when it waits no longer', async () => {
    const silent = scenarios.filter(({ limits, isStopped, mostTokens }) => limits || isStopped || mostTokens)
    await vi.waitFor(
      () =>
        expect(silent.flatMap(requestsOf).map(({ closedBy }) => closedBy)).toEqual(
          silent.map(() => 'client'),
        ),
      { timeout: 10_000 },
    )
  })

  it('asks its provider and nobody else, whatever the environment says, with the key where it belongs', () => {
    const hosts = new Set(emulator.requests.map(({ host }) => host))
    expect(hosts).toEqual(new Set([provider.host]))
    expect(emulator.requests.filter(({ path }) => path.includes(KEY))).toEqual([])
    expect(JSON.stringify(emulator.requests.map(({ headers }) => headers))).not.toContain('stray')
  })

  it('tells neither the prompt nor the key to a window, a log or the disk, whatever goes wrong', () => {
    const told = JSON.stringify([...heard.values()].map(({ events, kept }) => [events, kept.progress]))
    expect(told).not.toContain(KEY)
    expect(told).not.toContain(PROMPT)
    expect(said).toEqual([])
  })
})

it('asks the class of every provider but the Demo', () => {
  const asked = PROVIDERS_UNDER_TEST.map(({ modelId }) => modelId.slice(0, modelId.indexOf('/')))
  const reached = PROVIDERS.map(({ id }) => id).filter((id) => !OFFLINE_PROVIDERS.includes(id))
  expect(new Set(asked)).toEqual(new Set(reached))
})

/** Each of these would lead a provider's class astray that is not told better. */
const TRAPS = {
  GOOGLE_API_KEY: 'stray',
  OPENAI_API_KEY: 'stray',
  OPENAI_BASE_URL: 'http://stray.invalid',
  OPENAI_ORG_ID: 'stray',
  OPENAI_PROJECT_ID: 'stray',
  AZURE_OPENAI_API_KEY: 'stray',
  AZURE_OPENAI_ENDPOINT: 'http://stray.invalid',
  AZURE_OPENAI_BASE_PATH: 'http://stray.invalid/openai/deployments',
  AZURE_OPENAI_API_INSTANCE_NAME: 'stray',
  AZURE_OPENAI_API_DEPLOYMENT_NAME: 'stray',
  AZURE_OPENAI_API_VERSION: 'stray',
  ANTHROPIC_API_KEY: 'stray',
  ANTHROPIC_AUTH_TOKEN: 'stray',
  ANTHROPIC_BASE_URL: 'http://stray.invalid',
  OLLAMA_BASE_URL: 'http://stray.invalid',
  OLLAMA_HOST: 'http://stray.invalid',
}
const PROMPT = 'A prompt that stays between us'
const NOTHING = { kept: { progress: { status: 'waiting' } } as Reply, retryWaitsMs: [] }

/** All are asked at once; each is told by its prompt. */
function promptOf(name: string): string {
  return `${PROMPT} [${name}]`
}

function isAbout(request: SeenRequest, name: string): boolean {
  return JSON.stringify(request.body ?? '').includes(promptOf(name))
}

function answerTo(request: SeenRequest, all: readonly SeenRequest[]): ChatScript {
  const scenario = SCENARIOS.find(({ name }) => isAbout(request, name))
  if (scenario === undefined) throw new Error('Nobody expected this request.')
  const before = all.filter(
    (each) => each !== request && each.status !== undefined && isAbout(each, scenario.name),
  )
  const answer = scenario.answers[before.length] ?? scenario.answers.at(-1)
  if (answer === undefined) throw new Error('This one never gets through.')
  return answer
}

function networkOf(
  way: Scenario['way'],
  emulator: RunningEmulator,
  closedPort: number,
): typeof globalThis.fetch {
  if (way === undefined) return emulator.network
  const target = way === 'closed-port' ? `http://127.0.0.1:${closedPort}` : 'http://nowhere.invalid'
  return (_, init) => globalThis.fetch(target, init)
}

async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function endingOf({ progress }: Reply): string {
  if (progress.status === 'failed') return progress.error.code
  return progress.status === 'ended' ? progress.reason : progress.status
}

/** What the answers say before their fault, whole chunk by whole chunk. */
function wordsSent({ chunks }: ProviderUnderTest, { answers }: Scenario): Required<Words> {
  const words = answers.flatMap(({ said, fault }) => {
    if (fault?.kind === 'status') return []
    return fault === undefined ? chunks(said) : chunks(said).slice(0, fault.afterChunks)
  })
  const join = (kind: keyof Words) => words.map((each) => each[kind] ?? '').join('')
  return { text: join('text'), thought: join('thought') }
}
