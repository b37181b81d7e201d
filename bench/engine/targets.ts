/** The figures of which something is demanded. */
export interface EngineFigures {
  readonly chunkToStoreMs: { readonly p95: number }
  readonly timesFasterThanStock: number
  readonly cpuGrowth10x: number
  readonly braceMegabyteMs: number
  readonly stopToSocketClosedMs: { readonly p95: number }
}

interface Target {
  readonly name: string
  readonly read: (figures: EngineFigures) => number
  readonly atMost?: number
  readonly atLeast?: number
}

const FRAME_MS = 16.7

const TARGETS: readonly Target[] = [
  { name: 'chunkToStoreMs.p95', read: ({ chunkToStoreMs }) => chunkToStoreMs.p95, atMost: FRAME_MS },
  { name: 'timesFasterThanStock', read: ({ timesFasterThanStock }) => timesFasterThanStock, atLeast: 2 },
  { name: 'cpuGrowth10x', read: ({ cpuGrowth10x }) => cpuGrowth10x, atMost: 12 },
  { name: 'braceMegabyteMs', read: ({ braceMegabyteMs }) => braceMegabyteMs, atMost: 100 },
  {
    name: 'stopToSocketClosedMs.p95',
    read: ({ stopToSocketClosedMs }) => stopToSocketClosedMs.p95,
    atMost: 100,
  },
]

/** One line for each target. A bench tells, it does not judge: a busy machine is no fault of the app. */
export function judgeTargets(figures: EngineFigures): readonly string[] {
  return TARGETS.map(({ name, read, atMost = Infinity, atLeast = 0 }) => {
    const figure = read(figures)
    const verdict = figure <= atMost && figure >= atLeast ? 'met   ' : 'missed'
    const target = atLeast > 0 ? `at least ${atLeast}` : `at most ${atMost}`
    return `${verdict}  ${name}: ${figure} (${target})`
  })
}
