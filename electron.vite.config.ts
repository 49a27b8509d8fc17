import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      // One file an entry starts sooner than a hundred; only native code stays outside.
      externalizeDeps: { exclude: ['env-paths', 'kysely', 'smol-toml', 'zod'] },
      rolldownOptions: {
        input: {
          server: 'src-main/server.ts',
          worker: 'src-main/database/worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      // Everything is served by this program: an inlined file would need a wider policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src-renderer/index.html' },
    },
  },
})
