import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPython } from './environment.ts'
import type { PrefectEnvironment, PythonOptions } from './environment.ts'

const startSeconds = 60
const stopSeconds = 20

/** How a Prefect server is started. */
export interface PrefectServerOptions extends PythonOptions {
  /** Default: one that is free. */
  readonly port?: number
  /** False: only answers; schedules, marks and records nothing by itself. Default true. */
  readonly services?: boolean
}

/** What a Prefect server answered. */
export interface PrefectAnswer {
  readonly status: number
  /** The body, parsed; null if there was none. */
  readonly body: unknown
}

/** A Prefect server on this machine. */
export interface PrefectServer {
  /** What clients want as `PREFECT_API_URL`. */
  readonly url: string
  readonly port: number
  /** Asks the server; the answer may be a refusal. */
  request(method: string, path: string, body?: unknown): Promise<PrefectAnswer>
  /** Stops it as Ctrl-C does, and waits until it has ended. */
  stop(): Promise<void>
}

/** Starts `prefect server start` on the database in `home` and waits until it answers. */
export async function startPrefectServer(
  prefect: PrefectEnvironment,
  options: PrefectServerOptions,
): Promise<PrefectServer> {
  const port = options.port ?? (await freePort())
  const address = ['--host', '127.0.0.1', '--port', String(port)]
  const services = options.services === false ? ['--no-services'] : []
  const parameters = ['-m', 'prefect', 'server', 'start', ...address, ...services]
  const environment = { PREFECT_SERVER_UI_ENABLED: 'false', ...options.environment }
  const child = startPython(prefect, parameters, { ...options, environment })
  const printed = lastWords(child)
  const url = `http://127.0.0.1:${port}/api`
  const stop = () => stopChild(child)
  try {
    await healthy(url, child)
  } catch (error) {
    await stop()
    throw new Error(`Prefect's server did not start\n${printed()}`, { cause: error })
  }
  return { url, port, stop, request: (...parts) => request(url, ...parts) }
}

async function request(
  url: string,
  ...[method, path, body]: Parameters<PrefectServer['request']>
): Promise<PrefectAnswer> {
  const options: RequestInit = { method, headers: { 'content-type': 'application/json' } }
  if (body !== undefined) options.body = JSON.stringify(body)
  const send = () => fetch(url + path, options)
  let response = await send()
  // The file was locked at that moment: Prefect's own clients ask again, too.
  for (let tries = 1; response.status === 503 && tries < 20; tries += 1) {
    await sleep(tries * 50)
    response = await send()
  }
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, body: json && text !== '' ? JSON.parse(text) : text || null }
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startSeconds * 1000
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const response = await fetch(`${url}/health`).catch(() => null)
    if (response?.ok === true) return
    await sleep(100)
  }
  throw new Error(`No answer at ${url}/health`)
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000)
  await exit
  clearTimeout(late)
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Drains what a process prints, so that it never waits for a reader, and keeps the end of it. */
function lastWords(child: ChildProcess): () => string {
  let words = ''
  const add = (text: string) => (words = (words + text).slice(-4000))
  child.stdout?.setEncoding('utf8').on('data', add)
  child.stderr?.setEncoding('utf8').on('data', add)
  return () => words
}
