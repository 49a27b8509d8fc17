import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Execution } from '../rpc/dispatcher.ts'
import { Downloads } from '../rpc/downloads.ts'
import { startLoopback, type Loopback } from '../rpc/loopback-transport.ts'
import { dispatcherBed, type DispatcherBed } from './dispatcher-bed.ts'
import { httpRequest, type HttpAnswer, type HttpRequest } from './http-request.ts'

/** The token of every bed. */
export const token = 'the-token'

/** A running loopback server over a dispatcher of the test contract. */
export interface LoopbackBed extends DispatcherBed {
  loopback: Loopback
  downloads: Downloads
  /** A request with the token. */
  request(asked: HttpRequest): Promise<HttpAnswer>
  /** A call of an operation, with the token. */
  operation(name: string, body: string, headers?: Record<string, string>): Promise<HttpAnswer>
  close(): Promise<void>
}

/** Starts a server on a free port, with a page of three files. */
export async function loopbackBed(model?: (execution: Execution) => unknown): Promise<LoopbackBed> {
  const bed = dispatcherBed(model)
  const downloads = new Downloads()
  const { folder, pageFolder } = makePage()
  const { dispatcher, events } = bed
  const loopback = await startLoopback({
    dispatcher,
    events,
    downloads,
    token,
    port: 0,
    pageFolder,
  })
  const request = (asked: HttpRequest): Promise<HttpAnswer> => {
    const headers = { authorization: `Bearer ${token}`, ...asked.headers }
    return httpRequest(loopback.port, { ...asked, headers })
  }
  return {
    ...bed,
    loopback,
    downloads,
    request,
    operation: (name, body, headers = {}) =>
      request({
        method: 'POST',
        path: `/operations/${name}`,
        headers: { 'content-type': 'application/json', ...headers },
        body,
      }),
    close: async () => {
      await loopback.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A page, and beside it a file that is none of it. */
function makePage(): { folder: string; pageFolder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-page-'))
  const pageFolder = join(folder, 'page')
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'page-of-others'))
  writeFileSync(join(pageFolder, 'index.html'), '<title>Sluice</title>')
  writeFileSync(join(pageFolder, 'assets/main.js'), 'start()')
  writeFileSync(join(pageFolder, 'assets/ä b.css'), 'a{}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'page-of-others/secret.txt'), 'secret')
  return { folder, pageFolder }
}
