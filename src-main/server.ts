import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { assemble, version } from './app/assembly.ts'
import { Backend } from './app/backend.ts'
import { parseCommandLine, usage, UsageError, type ServeOptions } from './app/command-line.ts'
import { firstDatabase } from './app/first-database.ts'
import { openInBrowser } from './app/open-in-browser.ts'
import { forkedProcess } from './database/forked-process.ts'
import { startLoopback, type Loopback } from './rpc/loopback-transport.ts'

// Entry of the browser host: a loopback web server that serves the page and the contract.

/** Whether this is the built program, or its sources, which Node runs as they are. */
const built = !import.meta.url.endsWith('.ts')

function besideThis(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
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
  const end = async (): Promise<void> => {
    await backend.finish()
    await loopback.close()
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void end()
    })
  }
}

async function main(): Promise<void> {
  const options = parseCommandLine(process.argv.slice(2))
  if (options.help) return void process.stdout.write(usage)
  if (options.version) return void process.stdout.write(`${version}\n`)
  const spawn = forkedProcess(besideThis(built ? './worker.js' : './database/worker.ts'))
  const { place, backend: backendOptions } = assemble('browser', spawn)
  const backend = new Backend({ ...backendOptions, readOnly: options.readOnly })
  const first = await firstDatabase(options, place)
  if (first) void backend.open(first)
  const loopback = await serve(backend, options)
  if (!first) backend.openDemo(options.readOnly)
  endWith(backend, loopback)
  process.stdout.write(`Sluice is at ${loopback.startUrl}\n`)
  if (options.open) openInBrowser(loopback.startUrl, process.env)
}

main().catch((error: unknown) => {
  const message = error instanceof UsageError ? `${error.message}\n\n${usage}` : String(error)
  process.stderr.write(`${message}\n`)
  process.exit(1)
})
