import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Reply } from '#shared/message'

import {
  type SeenRequest,
  startVertexEmulator,
  type VertexEmulator,
} from '../../emulators/vertex/vertex-emulator'
import { temporaryFile } from './conversations/testing/temporary-database'
import { askThroughCore } from './testing/ask-through-core'
import { type Fault, FAULTS, SECRETS, wordsSent } from './testing/faults'
import { openWay } from './testing/open-way'
import { wordsOfWindow } from './testing/words-of-window'

const PROMPT = 'A prompt that stays between us'

interface Outcome {
  readonly ending: string
  readonly text: string
  readonly thought: string
  readonly requests: number
  readonly waitsMs: readonly number[]
  readonly openSockets: number
}

interface Row extends Outcome {
  readonly fault: Fault
  readonly sent: string
  readonly closedBy: string
  readonly sentence: string
  readonly nextSteps: string
}

const rows: Row[] = []
let emulator: VertexEmulator

beforeEach(async () => {
  emulator = await startVertexEmulator()
})
afterEach(() => emulator.close())
afterAll(() => void process.stdout.write(toTable(rows)))

describe('a fault', () => {
  it.each(FAULTS)('$name leaves every word, one sentence and no socket', async (fault) => {
    const { way = 'emulator', answers = [], waitsMs = [], limits, ending, isSilent } = fault
    emulator.script(...answers)
    const { network, endpoint } = await openWay(way, emulator)
    let requests = 0
    const { events, retryWaitsMs, kept } = await askThroughCore(PROMPT, {
      file: temporaryFile(),
      network: (...request) => {
        requests++
        return network(...request)
      },
      vertex: { apiKey: SECRETS.key, endpoint },
      ...(limits === undefined ? {} : { limits }),
    })
    await vi.waitUntil(() => countOpenSockets() === 0, { timeout: 2000 }).catch(() => undefined)

    const sent = wordsSent(fault)
    const { text, thought } = kept
    const outcome = { ending: endingOf(kept), text, thought, requests, waitsMs: retryWaitsMs }
    const seen = { ...outcome, openSockets: countOpenSockets() }
    const closedBy = [...new Set(emulator.requests.map(toCloser))].join(', ')
    const row = { ...seen, fault, sent: sent.text + sent.thought, closedBy, ...wordsOfWindow(kept) }
    rows.push(row)

    expect(seen).toEqual({ ending, ...sent, requests: 1 + waitsMs.length, waitsMs, openSockets: 0 })
    expect(emulator.requests).toHaveLength(way === 'emulator' ? requests : 0)
    expect(events.filter(({ type }) => type === 'reply-retry')).toHaveLength(waitsMs.length)
    if (isSilent) expect(closedBy).toBe('app')
    expect(JSON.stringify([kept.progress, events])).not.toMatch(FORBIDDEN)
    expect(row.sentence).toMatch(ending === 'complete' ? /^$/ : /^[^{}#]+\.$/)
  })
})

it('has a sentence of its own for every way to end, with and without words', () => {
  const endings = new Map<string, Set<string>>()
  for (const { sentence, ending } of rows.filter(({ sentence }) => sentence !== '')) {
    endings.set(sentence, (endings.get(sentence) ?? new Set()).add(ending))
  }
  expect([...endings].filter(([, ways]) => ways.size > 1)).toEqual([])
  expect(new Set([...endings.values()].flatMap((ways) => [...ways]))).toEqual(
    new Set(FAULTS.map(({ ending }) => ending).filter((ending) => ending !== 'complete')),
  )
})

const FORBIDDEN = new RegExp([PROMPT, SECRETS.key, SECRETS.bearer].join('|').replaceAll('.', '\\.'))

function endingOf({ progress }: Reply): string {
  if (progress.status === 'failed') return progress.error.code
  return progress.status === 'ended' ? progress.reason : progress.status
}

function toCloser({ closedBy }: SeenRequest): string {
  if (closedBy === undefined) return 'nobody'
  return closedBy === 'client' ? 'app' : 'provider'
}

function countOpenSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
}

const HEADINGS = ['Fault', 'Ending', 'Kept/sent', 'Retries', 'Socket closed', 'Next steps', 'Sentence']

function toTable(all: readonly Row[]): string {
  const cells = [HEADINGS, ...all.map(toCells)]
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const lines = cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return `\n${lines.map((line) => line.trimEnd()).join('\n')}\n\n`
}

function toCells({ fault, ending, text, thought, sent, ...row }: Row): readonly string[] {
  const closed = row.closedBy === '' ? 'none was open' : `by the ${row.closedBy}`
  return [
    fault.name,
    ending,
    `${text.length + thought.length}/${sent.length}`,
    String(row.requests - 1),
    row.openSockets === 0 ? closed : `${row.openSockets} OPEN`,
    row.nextSteps || '–',
    row.sentence || '–',
  ]
}
