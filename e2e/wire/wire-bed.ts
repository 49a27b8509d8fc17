import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import { openEventStream, type EventStream } from '../../src-main/testing/event-stream.ts'
import {
  httpRequest,
  type HttpAnswer,
  type HttpRequest,
} from '../../src-main/testing/http-request.ts'
import { startSluice, type SluiceServer } from '../fixtures/sluice-server.ts'

/** A built host on a database of its own. */
export interface WireBed extends SluiceServer {
  file: DatabaseFile
  port: number
  /** A request with the token. */
  request(asked: HttpRequest): Promise<HttpAnswer>
  /** A call with the token and a call id. */
  operation(name: string, input: unknown, callId: string): Promise<HttpAnswer>
  events(): Promise<EventStream>
  /** Ends the host and deletes the database. */
  close(): Promise<void>
}

interface WireOptions {
  fill?: (file: DatabaseFile) => void
  readOnly?: boolean
}

/** Starts the built host on a fresh database. */
export async function wireBed({ fill, readOnly = false }: WireOptions = {}): Promise<WireBed> {
  const file = buildDatabase()
  fill?.(file)
  const server = await startSluice({ database: file.path, readOnly }).catch((error: unknown) => {
    file.remove()
    throw error
  })
  const port = Number(new URL(server.url).port)
  const authorization = `Bearer ${server.token}`
  const request = (asked: HttpRequest): Promise<HttpAnswer> =>
    httpRequest(port, { ...asked, headers: { authorization, ...asked.headers } })
  return {
    ...server,
    file,
    port,
    request,
    operation: (name, input, callId) =>
      request({
        method: 'POST',
        path: `/operations/${name}`,
        headers: { 'content-type': 'application/json', 'sluice-call-id': callId },
        body: JSON.stringify(input),
      }),
    events: () => openEventStream(server.url, server.token),
    close: async () => {
      await server.stop()
      file.remove()
    },
  }
}
