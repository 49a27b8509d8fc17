import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** A request that is refused before any operation is looked at. */
export class TransportFault extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const ownHost = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/i

/**
 * Refuses a request that a web page elsewhere could have made: a name that was rebound to this
 * address, or another page's origin. The port is free, for an SSH tunnel changes it.
 *
 * @throws {@link TransportFault} 403.
 */
export function checkSource({ headers }: IncomingMessage): void {
  const { host, origin } = headers
  if (!host || !ownHost.test(host)) throw new TransportFault(403, 'This host name is not let in')
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new TransportFault(403, 'This origin is not let in')
  }
}

/** Who is let in: whoever has the token, or the cookie that the token was exchanged for. */
export class Gate {
  readonly #token: string
  readonly #sessions = new Set<string>()
  #cookieName = 'sluice'

  /**
   * @param token - the secret of the start URL.
   */
  constructor(token: string) {
    this.#token = token
  }

  /** The port makes the cookie's name, for browsers keep one cookie for every port. */
  listensOn(port: number): void {
    this.#cookieName = `sluice-${port}`
  }

  /** True for the start URL's token. */
  isToken(offered: string): boolean {
    return timingSafeEqual(digest(offered), digest(this.#token))
  }

  /** Begins a browser's session: the header that sets its cookie. */
  newCookie(): string {
    const id = randomBytes(32).toString('base64url')
    this.#sessions.add(id)
    return `${this.#cookieName}=${id}; Path=/; HttpOnly; SameSite=Strict`
  }

  /**
   * Lets a request pass.
   *
   * @throws {@link TransportFault} 401.
   */
  check({ headers }: IncomingMessage): void {
    const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
    if (bearer !== undefined && this.isToken(bearer)) return
    const cookie = cookieValue(headers.cookie ?? '', this.#cookieName)
    if (cookie !== undefined && this.#sessions.has(cookie)) return
    throw new TransportFault(401, 'Open the address that Sluice printed when it started')
  }
}

/** Of equal length, whatever was offered. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function cookieValue(header: string, name: string): string | undefined {
  const cookies = header.split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1)
}
