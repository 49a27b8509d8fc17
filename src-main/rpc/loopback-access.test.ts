import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { checkSource, Gate, TransportFault } from './loopback-access.ts'

function having(headers: IncomingHttpHeaders): IncomingMessage {
  return { headers } as IncomingMessage
}

/** The status of the refusal; null where the request is let in. */
function refusal(check: () => void): number | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof TransportFault) return error.status
    throw error
  }
}

function sourceRefusal(headers: IncomingHttpHeaders): number | null {
  return refusal(() => checkSource(having(headers)))
}

function gateOn(port: number): Gate {
  const gate = new Gate('secret')
  gate.listensOn(port)
  return gate
}

function gateRefusal(gate: Gate, headers: IncomingHttpHeaders): number | null {
  return refusal(() => gate.check(having(headers)))
}

describe('a host name', () => {
  test.each(['127.0.0.1', '127.0.0.1:4200', 'localhost', 'localhost:1', 'LOCALHOST:65535'])(
    'of this machine is let in, whatever the port: %s',
    (host) => expect(sourceRefusal({ host })).toBe(null),
  )

  test.each([
    undefined,
    '',
    'sluice.example',
    'rebound.example:4200',
    '127.0.0.1.rebound.example',
    'localhost.rebound.example:80',
    'rebound.example#127.0.0.1',
    'user@127.0.0.1',
    '127.0.0.1@rebound.example',
    '127.0.0.2',
    '127.1',
    '2130706433',
    '0.0.0.0:4200',
    '[::1]',
    '[::1]:4200',
    '::1',
    '127.0.0.1:',
    '127.0.0.1:x',
    '127.0.0.1:123456',
    '127.0.0.1 ',
    '127.0.0.1, rebound.example',
    'localhost\n',
  ])('of another kind is refused: %j', (host) => expect(sourceRefusal({ host })).toBe(403))
})

describe('an origin', () => {
  const host = '127.0.0.1:4200'

  test.each([undefined, 'http://127.0.0.1:4200'])('of the page itself is let in: %s', (origin) =>
    expect(sourceRefusal({ host, origin })).toBe(null),
  )

  test('through a tunnel is compared with the host that the browser sees', () => {
    expect(sourceRefusal({ host: 'localhost:9000', origin: 'http://localhost:9000' })).toBe(null)
  })

  test.each([
    'null',
    '',
    'http://127.0.0.1',
    'http://127.0.0.1:4201',
    'http://localhost:4200',
    'https://127.0.0.1:4200',
    'http://127.0.0.1:4200/',
    'http://127.0.0.1:4200.rebound.example',
    'http://rebound.example',
    'file://',
  ])('of another page is refused: %j', (origin) =>
    expect(sourceRefusal({ host, origin })).toBe(403),
  )
})

describe('the gate', () => {
  test.each(['Bearer secret', 'bearer secret'])('lets the token in: %s', (authorization) => {
    expect(gateRefusal(gateOn(1), { authorization })).toBe(null)
  })

  test.each([
    undefined,
    '',
    'secret',
    'Bearer',
    'Bearer ',
    'Bearer secre',
    'Bearer secret2',
    'Bearer SECRET',
    'Basic secret',
    'Basic c2VjcmV0',
  ])('refuses anything else: %j', (authorization) => {
    expect(gateRefusal(gateOn(1), { authorization })).toBe(401)
  })

  test('lets a cookie in that it gave, among others', () => {
    const gate = gateOn(4200)
    const [first, second] = [gate.newCookie(), gate.newCookie()].map((set) => set.split(';')[0])
    expect(first).not.toBe(second)
    expect(gateRefusal(gate, { cookie: first })).toBe(null)
    expect(gateRefusal(gate, { cookie: `a=b; ${second}; c=d` })).toBe(null)
  })

  test('gives cookies that no script and no other site sees, under a name that holds the port', () => {
    expect(gateOn(4200).newCookie()).toMatch(
      /^sluice-4200=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  test('refuses a cookie that it did not give', () => {
    const gate = gateOn(4200)
    const given = gate.newCookie().split(';')[0] ?? ''
    for (const cookie of ['sluice-4200=secret', `${given}x`, `x${given}`, 'sluice-4200=', '']) {
      expect(gateRefusal(gate, { cookie })).toBe(401)
    }
    expect(gateRefusal(gateOn(4200), { cookie: given })).toBe(401)
    expect(gateRefusal(gate, { cookie: given.replace('4200', '4201') })).toBe(401)
  })

  test('never takes the cookie for the token, nor the token in a cookie', () => {
    const gate = gateOn(4200)
    const value = /=([^;]+)/.exec(gate.newCookie())?.[1]
    expect(gateRefusal(gate, { authorization: `Bearer ${value}` })).toBe(401)
    expect(gate.isToken('secret')).toBe(true)
    expect(gate.isToken('')).toBe(false)
  })
})
