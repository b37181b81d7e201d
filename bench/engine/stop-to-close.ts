import { setTimeout as sleep } from 'node:timers/promises'

import type { Page } from '@playwright/test'

import { textReply } from '../../emulators/vertex/reply-script'
import { sendPrompt, startConversation, type BenchApp } from '../bench-app'
import { alignWindowToEmulator } from './read-clocks'
import { untilReached, watchWindow } from './window-watch'

export interface StopToClose {
  /** Stops after a few words. */
  readonly early: readonly number[]
  /** Stops after so many chunks, that came at once. */
  readonly after1000: readonly number[]
  readonly after10000: readonly number[]
  readonly clockErrorMs: number
}

const CHARS_PER_CHUNK = 6
const EVERY_MS = 20
const LONGEST_CLOSE_MS = 5000

/** Milliseconds from the click on Stop in the window to the moment the provider's side sees its socket closed. */
export async function measureStopToClose(bench: BenchApp): Promise<StopToClose> {
  const { offsetMs, errorMs } = await alignWindowToEmulator(bench.page)

  const stop = async (afterChunks: number, samples: number): Promise<readonly number[]> => {
    console.error(`▸ from Stop to the closed socket: ${samples} times, after ${afterChunks} chunks`)
    const took: number[] = []
    while (took.length < samples) took.push(await stopOnce(bench, afterChunks, offsetMs))
    return took
  }
  return {
    early: await stop(5, 20),
    after1000: await stop(1000, 5),
    after10000: await stop(10_000, 5),
    clockErrorMs: errorMs,
  }
}

async function stopOnce(
  { page, emulator }: BenchApp,
  afterChunks: number,
  offsetMs: number,
): Promise<number> {
  const text = 'waters'.repeat(afterChunks + 1000)
  const delayMs = (index: number) => (index < afterChunks - 5 ? 0 : EVERY_MS)
  emulator.script(textReply(text, { charsPerChunk: CHARS_PER_CHUNK, delayMs }))
  await startConversation(page)
  await watchWindow(page)
  await sendPrompt(page)
  await untilReached(page, afterChunks * CHARS_PER_CHUNK, 30_000)
  const clickedAt = await clickStop(page)
  const request = emulator.requests.at(-1)
  const givenUpAt = performance.now() + LONGEST_CLOSE_MS
  while (request?.closedAt === undefined && performance.now() < givenUpAt) await sleep(5)
  if (request?.closedAt === undefined || request.closedBy !== 'client') {
    throw new Error(`The socket was closed by ${request?.closedBy ?? 'nobody'} after a stop.`)
  }
  return request.closedAt - (clickedAt + offsetMs)
}

/** Gives when the button was pressed, on the window's clock. */
function clickStop(page: Page): Promise<number> {
  return page.getByRole('button', { name: 'Stop' }).evaluate((button: HTMLButtonElement) => {
    const at = performance.timeOrigin + performance.now()
    button.click()
    return at
  })
}
