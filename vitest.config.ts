import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.ts', 'src-*/**/*.test.tsx', 'tools/**/*.test.ts'],
    globalSetup: ['src-main/testing/bundle-worker.ts'],
    testTimeout: 20_000,
    // Two cores: the tests start processes of their own.
    maxWorkers: 2,
  },
})
