import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

/** The bench's page, built as the app's own page is, with everything it measures. */
export interface ServedPage {
  readonly url: string
  readonly close: () => Promise<void>
}

export async function servePage(): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'nagare-bench-page-'))
  const root = resolve('bench/markdown/page')
  const settings = { configFile: false, root, logLevel: 'warn' } as const
  await build({
    ...settings,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
    },
  })
  const server = await preview({
    ...settings,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  })
  const [url] = server.resolvedUrls?.local ?? []
  if (url === undefined) throw new Error('The page of the bench has no address.')
  return {
    url,
    close: async () => {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
