import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Thousands of questions to a real Prefect: one after the other, nothing tried twice. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/prefect-long/*.test.ts'],
    globalSetup: ['e2e/prefect/global-setup.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 900_000,
    hookTimeout: 240_000,
    teardownTimeout: 30_000,
  },
})
