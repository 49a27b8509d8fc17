import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The built browser host over HTTP, as other programs meet it. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/wire/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores: every test file starts a server and its processes.
    maxWorkers: 2,
  },
})
