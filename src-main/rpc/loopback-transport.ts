import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { finished } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { callId as callIdSchema, encodeReply } from '../../src-shared/contract/wire.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { Downloads } from './downloads.ts'
import type { EventBus } from './event-bus.ts'
import { checkSource, Gate, TransportFault } from './loopback-access.ts'
import { readJsonBody } from './loopback-body.ts'
import { policyHeaders, readPageFile } from './page-policy.ts'

/** What the browser host's HTTP serves. */
export interface LoopbackOptions {
  dispatcher: Dispatcher
  events: EventBus
  downloads: Downloads
  /** The secret of the start URL. */
  token: string
  /** 0 for any that is free. */
  port: number
  /** Folder of the built page. */
  pageFolder: string
}

/** The running server. */
export interface Loopback {
  port: number
  /** The address with the token, for the user's browser. */
  startUrl: string
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse, rest: string) => Promise<void>

/** How often an idle event stream says that it lives, in milliseconds. */
const keepAlive = 15_000

/** How long the rest of a body that is refused is taken, and dropped, in milliseconds. */
const dropFor = 5000

/** Serves the contract and the built page over HTTP, to this machine alone. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const gate = new Gate(options.token)
  const routes = routesOf(options, gate)
  const server = createServer((request, response) => {
    void answer(routes, request, response)
  })
  const port = await listen(server, options.port)
  gate.listensOn(port)
  return {
    port,
    startUrl: `http://127.0.0.1:${port}/?token=${encodeURIComponent(options.token)}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function answer(
  routes: (request: IncomingMessage, path: string) => [Handler, string],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    for (const [name, value] of Object.entries(policyHeaders())) response.setHeader(name, value)
    checkSource(request)
    const [handler, rest] = routes(request, addressOf(request).pathname)
    await handler(request, response, rest)
  } catch (error) {
    const fault = error instanceof TransportFault ? error : new TransportFault(500, 'Failed')
    if (response.headersSent) return void response.destroy()
    refuse(request, response, fault)
  }
}

/** Says why at once; cuts the line only when the body is through, for whoever still sends it hears nothing. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message }: TransportFault,
): void {
  const text = `${message}\n`
  response.setHeader('Connection', 'close')
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.writeHead(status)
  if (request.method !== 'HEAD') response.write(text)
  const end = (): void => void response.end()
  const timer = setTimeout(end, dropFor).unref()
  response.once('close', () => clearTimeout(timer))
  finished(request, { writable: false }, end)
  request.resume()
}

/** @throws {@link TransportFault} 400. */
function addressOf({ url = '/' }: IncomingMessage): URL {
  if (URL.canParse(url, 'http://127.0.0.1')) return new URL(url, 'http://127.0.0.1')
  throw new TransportFault(400, 'The address cannot be read')
}

function routesOf(
  options: LoopbackOptions,
  gate: Gate,
): (request: IncomingMessage, path: string) => [Handler, string] {
  const prefixes: readonly [string, string, Handler][] = [
    ['POST', '/operations/', callOperation(options.dispatcher)],
    ['POST', '/stop/', stopCall(options.dispatcher)],
    ['GET', '/events', streamEvents(options.events)],
    ['GET', '/downloads/', sendDownload(options.downloads)],
  ]
  const page = sendPage(options.pageFolder, gate)
  return (request, path) => {
    const found = prefixes.find(([, prefix]) => isBelow(path, prefix))
    if (!found) {
      if (request.method === 'GET' || request.method === 'HEAD') return [page, path]
      throw new TransportFault(405, 'Only GET')
    }
    const [method, prefix, handler] = found
    if (request.method !== method) throw new TransportFault(405, `Only ${method}`)
    gate.check(request)
    return [handler, path.slice(prefix.length)]
  }
}

/** A prefix without a slash at its end is a whole path. */
function isBelow(path: string, prefix: string): boolean {
  return prefix.endsWith('/') ? path.startsWith(prefix) : path === prefix
}

function sendJson(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(text)
}

function callOperation(dispatcher: Dispatcher): Handler {
  return async (request, response, operation) => {
    const named = request.headers['sluice-call-id'] ?? randomUUID()
    const callId = callIdSchema.safeParse(named)
    if (!callId.success) throw new TransportFault(400, 'Sluice-Call-Id is not a UUID')
    const input = await readJsonBody(request)
    // A client that goes away no longer wants its answer.
    if (response.destroyed) return
    response.once('close', () => {
      if (!response.writableEnded) dispatcher.stop(callId.data)
    })
    const reply = await dispatcher.call({ callId: callId.data, operation, input })
    if (!response.destroyed) sendJson(response, reply)
  }
}

function stopCall(dispatcher: Dispatcher): Handler {
  return (_request, response, callId) => {
    sendJson(response, encodeReply({ ok: true, value: dispatcher.stop(callId) }))
    return Promise.resolve()
  }
}

function streamEvents(events: EventBus): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
    response.write('retry: 1000\n\n')
    const unsubscribe = events.subscribe((event) => {
      response.write(`data: ${JSON.stringify(event)}\n\n`)
    })
    const timer = setInterval(() => response.write(': still here\n\n'), keepAlive)
    response.once('close', () => {
      clearInterval(timer)
      unsubscribe()
    })
    return Promise.resolve()
  }
}

function sendDownload(downloads: Downloads): Handler {
  return async (_request, response, id) => {
    const download = downloads.take(id)
    if (!download) throw new TransportFault(404, 'This download was fetched already, or never was')
    const name = encodeURIComponent(download.fileName)
    response.writeHead(200, {
      'Content-Type': download.contentType,
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    })
    await pipeline(download.open(), response)
  }
}

function sendPage(folder: string, gate: Gate): Handler {
  return async (request, response, path) => {
    const token = addressOf(request).searchParams.get('token')
    if (path === '/' && token !== null && gate.isToken(token)) {
      // The token leaves the address bar and the history.
      response.writeHead(303, { Location: '/', 'Set-Cookie': gate.newCookie() })
      response.end()
      return
    }
    gate.check(request)
    const file = await readPageFile(folder, path)
    if (!file) throw new TransportFault(404, 'There is no such page')
    response.writeHead(200, file.headers)
    response.end(request.method === 'HEAD' ? undefined : file.content)
  }
}
