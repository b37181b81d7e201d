import { argv } from 'node:process'

/** A bench measures, and returns the figures that become the last line on standard output. */
type Bench = () => Promise<object>

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  engine: async () => (await import('./engine')).benchEngine,
  history: async () => (await import('./history')).benchHistory,
  import: async () => (await import('./import')).benchImport,
  markdown: async () => (await import('./markdown')).benchMarkdown,
  reveal: async () => (await import('./reveal')).benchReveal,
  scroll: async () => (await import('./scroll')).benchScroll,
  start: async () => (await import('./start')).benchStart,
}

const [benchName = ''] = argv.slice(2)
const load = Object.hasOwn(BENCHES, benchName) ? BENCHES[benchName] : undefined
if (load === undefined) {
  console.error(`Which bench? One of: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 2
} else {
  const bench = await load()
  console.log(JSON.stringify(await bench()))
}
