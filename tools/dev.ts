import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  electronEnvironment,
  electronProgram,
  hasDisplay,
  isRootOnLinux,
} from './electron-runtime.ts'

// Runs the desktop app with reload; where it cannot run, the browser host: its page is served by
// Vite, which hands the operations on to the host. What is no page is built anew and restarted when
// its sources change.
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

interface Run {
  /** Options of electron-vite. */
  options: string[]
  /** Words of Sluice. */
  words: string[]
  environment: NodeJS.ProcessEnv
}

function desktopRun(program: string, words: string[]): Run {
  return {
    options: isRootOnLinux() ? ['--noSandbox'] : [],
    words,
    environment: { ...electronEnvironment(), ELECTRON_EXEC_PATH: program },
  }
}

async function browserRun(words: string[]): Promise<Run> {
  const port = await freePort()
  return {
    options: ['--entry', 'out/main/server.js'],
    words: ['--port', String(port), '--no-open', ...words],
    environment: {
      ...process.env,
      // What electron-vite starts is plain Node: this host is no Electron program.
      ELECTRON_EXEC_PATH: process.execPath,
      SLUICE_TOKEN: randomBytes(24).toString('base64url'),
      SLUICE_DEV_HOST: `http://127.0.0.1:${port}`,
    },
  }
}

const electronVite = join(
  dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
  'bin/electron-vite.js',
)
const given = process.argv.slice(2)
const program = hasDisplay() ? electronProgram() : null
const { options, words, environment } = program
  ? desktopRun(program, given)
  : await browserRun(given)
const child = spawn(
  process.execPath,
  [electronVite, 'dev', '--watch', ...options, '--', ...words],
  { cwd: root, stdio: 'inherit', env: environment },
)
child.on('exit', (code) => process.exit(code ?? 1))
