import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'emulators/**/*.test.ts',
            'scripts/**/*.test.ts',
            'packaging/*.test.ts',
            'packaging/linux/*.test.ts',
            'bench/**/*.test.ts',
            'screenshots/**/*.test.ts',
            '*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/renderer/src/testing/set-up-dom.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
