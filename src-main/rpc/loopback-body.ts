import type { IncomingMessage } from 'node:http'
import { TransportFault } from './loopback-access.ts'

/** In bytes. */
export const largestBody = 8 * 1024 * 1024

/**
 * Reads a request's JSON body.
 *
 * @throws {@link TransportFault} 415, 413 or 400.
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new TransportFault(415, 'The body must be application/json')
  }
  const text = (await readBody(request)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw new TransportFault(400, 'The body is not JSON')
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = new TransportFault(413, 'The body is larger than 8 MiB')
  if (Number(request.headers['content-length'] ?? 0) > largestBody) throw tooLarge
  const chunks: Buffer[] = []
  let size = 0
  // What is left of a body that is refused is still to be taken, so that the answer is heard.
  const rest = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  for await (const chunk of rest) {
    size += chunk.length
    if (size > largestBody) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
