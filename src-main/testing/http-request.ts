import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request that may hold what no browser would send. */
export interface HttpRequest {
  method?: string
  /** As it goes over the wire: nothing of it is normalised. */
  path?: string
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
}

/** What came back. */
export interface HttpAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Makes one request on a connection of its own. */
export function httpRequest(port: number, asked: HttpRequest): Promise<HttpAnswer> {
  const { method = 'GET', path = '/', headers = {}, body } = asked
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false }
    const sent = request(options, (response) => {
      const { statusCode: status = 0, headers: got } = response
      text(response).then((all) => resolve({ status, headers: got, text: all }), reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends bytes as they are, and gives everything that comes until the line is cut. */
export function rawRequest(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('error', reject)
    text(socket).then(resolve, reject)
  })
}
