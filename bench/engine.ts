import { withBenchApp, type BenchApp } from './bench-app'
import { measureChunkToStore } from './engine/chunk-to-store'
import { measureMainCost } from './engine/main-cost'
import { measureMainMemory } from './engine/main-memory'
import { measureModelCost } from './engine/model-cost'
import { measureStopToClose } from './engine/stop-to-close'
import { judgeTargets } from './engine/targets'
import { toSpread, toTenths } from './statistics'

/** What the stream engine costs, and how fast it is; README.md says what each key means. */
export async function benchEngine(): Promise<object> {
  const { timesFasterThanStock, growth10x, braces } = await measureModelCost()
  const { chunkToStore, stopToClose, cost, memory } = await withBenchApp(measureApp)
  const early = toSpread(stopToClose.early)
  const figures = {
    chunkToStoreMs: chunkToStore.steady,
    timesFasterThanStock: toTenths(timesFasterThanStock.cpu),
    cpuGrowth10x: toTenths(growth10x.cpu),
    braceMegabyteMs: toTenths(braces.wall),
    stopToSocketClosedMs: early,
    heapGrowthMb: toTenths(memory[10_000].retained),
    overheadPerChunk: toTenths(cost[10_000].ratio),
    from1000To10000: {
      chunkToStoreMs: { 1000: chunkToStore.first, 10000: chunkToStore.last },
      stopToSocketClosedMs: {
        1000: toSpread(stopToClose.after1000),
        10000: toSpread(stopToClose.after10000),
      },
      overheadPerChunk: mapValues(cost, ({ ratio }) => toTenths(ratio)),
      heapGrowthMb: mapValues(memory, ({ retained }) => toTenths(retained)),
    },
    rows: {
      chunkToStoreAt1000PerSecondMs: chunkToStore.fast,
      chunkToStoreClockErrorMs: toThousandths(chunkToStore.clockErrorMs),
      stopClockErrorMs: toThousandths(stopToClose.clockErrorMs),
      timesFasterThanStockByWall: toTenths(timesFasterThanStock.wall),
      growth10xByWall: toTenths(growth10x.wall),
      braceMegabyteCpuMs: toTenths(braces.cpu),
      mainMicrosecondsPerChunk: mapValues(cost, ({ reply }) => toTenths(reply)),
      rawFetchMicrosecondsPerChunk: mapValues(cost, ({ rawFetch }) => toTenths(rawFetch)),
      peakHeapMb: mapValues(memory, ({ peakHeap }) => toTenths(peakHeap)),
      peakRssMb: mapValues(memory, ({ peakRss }) => toTenths(peakRss)),
    },
  }
  for (const line of judgeTargets(figures)) console.error(line)
  return figures
}

async function measureApp(bench: BenchApp) {
  return {
    chunkToStore: await measureChunkToStore(bench),
    stopToClose: await measureStopToClose(bench),
    cost: { 1000: await measureMainCost(bench, 1000), 10000: await measureMainCost(bench, 10_000) },
    // Last: by now everything that main loads once is loaded.
    memory: { 1000: await measureMainMemory(bench, 1000), 10000: await measureMainMemory(bench, 10_000) },
  }
}

type ByChunks<Value> = Readonly<Record<1000 | 10000, Value>>

function mapValues<Before, After>(values: ByChunks<Before>, map: (value: Before) => After): ByChunks<After> {
  return { 1000: map(values[1000]), 10000: map(values[10000]) }
}

function toThousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}
