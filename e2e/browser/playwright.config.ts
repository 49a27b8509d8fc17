import { defineConfig } from '@playwright/test'
import type { WorkerFixtures } from '../fixtures/app-fixture.ts'

/** The stories in the browser host; the program must have been built. */
export default defineConfig<object, WorkerFixtures>({
  testDir: '..',
  testMatch: ['stories/**/*.spec.ts', 'browser/**/*.spec.ts'],
  outputDir: '../../test-results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  // A slow machine must not decide; what fails twice fails.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: { host: 'browser', screenshot: 'only-on-failure', trace: 'retain-on-failure' },
})
