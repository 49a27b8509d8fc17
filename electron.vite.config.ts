import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin, ProxyOptions } from 'vite'

/** In development Vite serves the page and hands everything else on to the host (see tools/dev.ts). */
function developmentProxy(): Record<string, ProxyOptions> {
  const target = process.env['SLUICE_DEV_HOST']
  if (!target) return {}
  const toHost: ProxyOptions = {
    target,
    changeOrigin: true,
    headers: { Authorization: `Bearer ${process.env['SLUICE_TOKEN']}` },
    // The host lets in its own origin only; here the page's is Vite's.
    configure: (proxy) => {
      proxy.on('proxyReq', (request) => request.removeHeader('origin'))
    },
  }
  return { '/operations': toHost, '/stop': toHost, '/events': toHost, '/downloads': toHost }
}

/**
 * What must be told to Electron before it is ready is told in time by CommonJS only: it need not
 * wait for an ES module to load.
 */
function commonJsFolder(): Plugin {
  return {
    name: 'sluice:commonjs-folder',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'package.json',
        source: '{ "type": "commonjs" }\n',
      })
    },
  }
}

export default defineConfig({
  main: {
    plugins: [commonJsFolder()],
    build: {
      target: 'node20.18',
      // One file an entry starts sooner than a hundred; only native code stays outside.
      externalizeDeps: { exclude: ['env-paths', 'kysely', 'smol-toml', 'zod'] },
      rolldownOptions: {
        input: {
          electron: 'src-main/electron.ts',
          server: 'src-main/server.ts',
          worker: 'src-main/database/worker.ts',
        },
        output: {
          format: 'cjs',
          entryFileNames: ({ name }) => (name === 'electron' ? '[name].cjs' : '[name].js'),
          chunkFileNames: 'shared/[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: 'src-main/preload.ts',
        // In a sandbox only CommonJS runs.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    server: { host: '127.0.0.1', proxy: developmentProxy() },
    build: {
      target: 'chrome130',
      minify: true,
      chunkSizeWarningLimit: 2000,
      // Everything is served by this program: an inlined file would need a wider policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(import.meta.dirname, 'src-renderer/index.html') },
    },
  },
})
