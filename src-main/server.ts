import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }
import { Backend } from './app/backend.ts'
import { parseCommandLine, usage, UsageError, type ServeOptions } from './app/command-line.ts'
import { openInBrowser } from './app/open-in-browser.ts'
import { forkedProcess } from './database/forked-process.ts'
import { findDatabases, serverDatabase } from './discovery/find-databases.ts'
import { fileLog } from './log/logger.ts'
import { startLoopback, type Loopback } from './rpc/loopback-transport.ts'
import { sluiceFolders } from './settings/folders.ts'

// Entry of the browser host: a loopback web server that serves the page and the contract.

/** Whether this is the built program, or its sources, which Node runs as they are. */
const built = !import.meta.url.endsWith('.ts')

const place = {
  environment: process.env,
  workingDirectory: process.cwd(),
  homeFolder: homedir(),
}

function besideThis(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

function createBackend(): Backend {
  const folders = sluiceFolders(process.env)
  return new Backend({
    capabilities: {
      host: 'browser',
      version: packageJson.version,
      logFile: folders.logFile,
      settingsFolder: folders.settings,
    },
    spawn: forkedProcess(besideThis(built ? './worker.js' : './database/worker.ts')),
    copiesFolder: folders.copies,
    log: fileLog(folders.logFile),
    findDatabases: () => findDatabases(place),
  })
}

function serve(backend: Backend, { port }: ServeOptions): Promise<Loopback> {
  return startLoopback({
    dispatcher: backend.dispatcher,
    events: backend.events,
    downloads: backend.downloads,
    token: process.env['SLUICE_TOKEN'] || randomBytes(24).toString('base64url'),
    port,
    pageFolder: besideThis(built ? '../renderer' : '../out/renderer'),
  })
}

function endWith(backend: Backend, loopback: Loopback): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      backend.close()
      void loopback.close().then(() => process.exit())
    })
  }
}

async function main(): Promise<void> {
  const options = parseCommandLine(process.argv.slice(2))
  if (options.help) return void process.stdout.write(usage)
  if (options.version) return void process.stdout.write(`${packageJson.version}\n`)
  const backend = createBackend()
  const path = options.database ?? (await serverDatabase(place))?.path
  if (path) void backend.open({ path: resolve(path), readOnly: options.readOnly })
  const loopback = await serve(backend, options)
  endWith(backend, loopback)
  process.stdout.write(`Sluice is at ${loopback.startUrl}\n`)
  if (options.open) openInBrowser(loopback.startUrl, process.env)
}

main().catch((error: unknown) => {
  const message = error instanceof UsageError ? `${error.message}\n\n${usage}` : String(error)
  process.stderr.write(`${message}\n`)
  process.exit(1)
})
