import type { Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import type { VertexEmulator } from '../emulators/vertex/vertex-emulator'
import { sendPrompt, startConversation, withBenchApp } from './bench-app'
import { lagsBetween, type Reached } from './lags'
import { percentile, toTenths } from './statistics'

/** Characters a second, as providers deliver them. */
const RATES = [30, 100, 300, 1000]
const CHUNKS_PER_SECOND = 25
const SECONDS = 8

/** How far the reveal lags behind arrival, in the real window: milliseconds from the moment a delta arrived. */
export function benchReveal(): Promise<object> {
  return withBenchApp(async ({ page, emulator }) => {
    const lagMs: Record<string, object> = {}
    for (const rate of RATES) {
      console.error(`▸ ${rate} characters a second`)
      const lags = await measure(page, emulator, rate)
      lagMs[rate] = {
        p50: toTenths(percentile(lags, 0.5)),
        p95: toTenths(percentile(lags, 0.95)),
        max: toTenths(Math.max(...lags)),
      }
    }
    return { lagMs }
  })
}

async function measure(page: Page, emulator: VertexEmulator, rate: number): Promise<number[]> {
  const charsPerChunk = Math.max(1, Math.round(rate / CHUNKS_PER_SECOND))
  const text = 'The river flows past the old mill and on to the sea. '.repeat(200).slice(0, rate * SECONDS)
  emulator.script(textReply(text, { charsPerChunk, delayMs: (1000 * charsPerChunk) / rate }))

  await startConversation(page)
  await watch(page)
  await sendPrompt(page)
  await page.getByRole('button', { name: 'Send' }).waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1000)
  const { arrived, shown } = await page.evaluate(() => (window as unknown as { bench: Watched }).bench)
  return lagsBetween(arrived, shown).map((lag) => Math.max(0, lag))
}

interface Watched {
  readonly arrived: Reached[]
  readonly shown: Reached[]
}

/** Notes how much had arrived over the bridge, and how much was to be seen at each frame. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    interface Delta {
      readonly type: string
      readonly at: number
      readonly text: string
    }
    const { bridge } = window as unknown as {
      bridge: { on(name: 'reply', hear: (event: Delta) => void): () => void }
    }
    const bench: Watched = { arrived: [], shown: [] }
    Object.assign(window, { bench })
    bridge.on('reply', (event) => {
      if (event.type !== 'reply-delta') return
      bench.arrived.push({ length: event.at + event.text.length, at: performance.now() })
    })
    const look = (): void => {
      const length = [...document.querySelectorAll('[data-flowing]')].at(-1)?.textContent.length ?? 0
      if (length !== bench.shown.at(-1)?.length) bench.shown.push({ length, at: performance.now() })
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
