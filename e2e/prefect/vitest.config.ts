import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The comparison with a real Prefect: slow, one after the other, nothing tried twice. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/prefect/*.test.ts'],
    globalSetup: ['e2e/prefect/global-setup.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
  },
})
