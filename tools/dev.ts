import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// Runs the browser host with reload: the page is served by Vite, which hands the operations on to
// the host; the host is built anew and restarted when its sources change.
//
//   npm run dev -- [--database PATH] [--read-only]

const root = join(import.meta.dirname, '..')

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

const port = await freePort()
const token = randomBytes(24).toString('base64url')
const electronVite = join(
  dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
  'bin/electron-vite.js',
)
const host = ['--port', String(port), '--no-open', ...process.argv.slice(2)]
const child = spawn(
  process.execPath,
  [electronVite, 'dev', '--watch', '--entry', 'out/main/server.js', '--', ...host],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // What electron-vite starts is plain Node: this host is no Electron program.
      ELECTRON_EXEC_PATH: process.execPath,
      SLUICE_TOKEN: token,
      SLUICE_DEV_HOST: `http://127.0.0.1:${port}`,
    },
  },
)
child.on('exit', (code) => process.exit(code ?? 1))
