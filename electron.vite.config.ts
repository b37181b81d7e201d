import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Names stay, so that a stack in a log can be read. */
const smaller = { compress: true, mangle: false, codegen: { removeWhitespace: true } }

/** Main also runs on the oldest Node that a supported development runtime brings (Node 20.18, Chromium 130). */
export default defineConfig(({ command }) => ({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: true,
      // What is bundled, with its licences: the app shows them.
      license: { fileName: 'licenses.json' },
      // Long work runs in a thread, whose code is a file of its own.
      rolldownOptions: {
        input: { index: 'src/main/index.ts', 'portable-worker': 'src/main/portable/worker.ts' },
        output: { minify: command === 'build' && smaller },
      },
    },
  },
  // A sandboxed preload must be one CommonJS file that requires nothing but `electron`.
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [react()],
    // The frame of the diagrams has no origin, in development neither.
    server: { cors: { origin: [/^http:\/\/localhost(:\d+)?$/, 'null'] } },
    // Nothing is inlined: the page's policy allows no `data:` font.
    build: {
      target: 'chrome130',
      minify: true,
      license: { fileName: 'licenses.json' },
      assetsInlineLimit: 0,
      // The page, the frame in which diagrams are drawn, and the page that draws exports.
      rolldownOptions: {
        input: ['src/renderer/index.html', 'src/renderer/diagram.html', 'src/renderer/export.html'],
      },
    },
  },
}))
