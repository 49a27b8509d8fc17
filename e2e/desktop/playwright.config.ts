import { defineConfig } from '@playwright/test'
import type { WorkerFixtures } from '../fixtures/app-fixture.ts'

/** The stories in the desktop app, and what only it has; see `tools/test-desktop.ts`. */
export default defineConfig<object, WorkerFixtures>({
  testDir: '..',
  testMatch: ['stories/**/*.spec.ts', 'desktop/**/*.spec.ts'],
  outputDir: '../../test-results/desktop',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One window has the keyboard at a time.
  workers: 1,
  // A slow machine must not decide; what fails twice fails.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: { host: 'desktop', screenshot: 'only-on-failure' },
})
