import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.package.ts',
  outputDir: '../../test-results',
  retries: 0,
  workers: 1,
  // dpkg unpacks 250 MB on whatever disk there is.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
})
