import { randomUUID } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpRequest, rawRequest, type HttpRequest } from '../../src-main/testing/http-request.ts'
import { wireBed, type WireBed } from './wire-bed.ts'

let bed: WireBed

beforeAll(async () => {
  bed = await wireBed({ fill: (file) => file.add.flow({ name: 'first' }) })
})

afterAll(() => bed.close())

const json = { 'content-type': 'application/json' }
const readFlows: HttpRequest = { method: 'POST', path: '/operations/flows.readFlows', body: '{}' }

/** The status of a call of an operation with the token and these headers. */
async function status(headers: OutgoingHttpHeaders, body = '{}'): Promise<number> {
  return (await bed.request({ ...readFlows, headers: { ...json, ...headers }, body })).status
}

describe('a browser', () => {
  test('exchanges the start address for a cookie, which is let in everywhere', async () => {
    const exchange = await httpRequest(bed.port, { path: `/?token=${bed.token}` })
    expect(exchange).toMatchObject({ status: 303, headers: { location: '/' } })
    const [set = ''] = exchange.headers['set-cookie'] ?? []
    expect(set).toMatch(new RegExp(`^sluice-${bed.port}=[\\w-]{43}; `))
    expect(set.split('; ').slice(1)).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict'])
    const cookie = set.split(';')[0] ?? ''
    expect(cookie).not.toContain(bed.token)
    const page = await httpRequest(bed.port, { headers: { cookie } })
    expect(page.status).toBe(200)
    const [, script = ''] = /src="\.?(\/assets\/[^"]+\.js)"/.exec(page.text) ?? []
    const asset = await httpRequest(bed.port, { path: script, headers: { cookie } })
    expect(asset).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
    const origin = `http://127.0.0.1:${bed.port}`
    const call = { ...readFlows, headers: { ...json, cookie, origin } }
    expect((await httpRequest(bed.port, call)).status).toBe(200)
  })
})

describe('who has neither token nor cookie', () => {
  test.each<HttpRequest>([
    { path: '/' },
    { path: '/?token=wrong' },
    { path: '/assets/x.js' },
    { path: '/events' },
    { path: '/downloads/x' },
    { method: 'POST', path: `/stop/${randomUUID()}` },
    { ...readFlows, headers: json },
    { ...readFlows, headers: { ...json, authorization: 'Bearer wrong' } },
    { ...readFlows, headers: { ...json, cookie: 'sluice=x' } },
  ])('gets a 401: %o', async (asked) => {
    expect((await httpRequest(bed.port, asked)).status).toBe(401)
  })
})

describe('a page elsewhere', () => {
  test.each([
    { host: 'rebound.example' },
    { host: 'rebound.example:4200' },
    { host: '127.0.0.1.rebound.example' },
    { host: '[::1]:4200' },
    { host: '0.0.0.0' },
    { origin: 'null' },
    { origin: 'http://rebound.example' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'https://127.0.0.1' },
    { host: 'localhost:1', origin: 'http://127.0.0.1:1' },
  ])('gets a 403, with the token too: %o', async (headers) => {
    expect(await status(headers)).toBe(403)
    expect((await bed.request({ path: `/?token=${bed.token}`, headers })).status).toBe(403)
    expect((await bed.request({ path: '/events', headers })).status).toBe(403)
  })

  test('gets a 403 for a request without a host name', async () => {
    const bearer = `Authorization: Bearer ${bed.token}`
    expect(await rawRequest(bed.port, `GET / HTTP/1.0\r\n${bearer}\r\n\r\n`)).toMatch(/ 403 /)
  })

  test('may read no answer: there is no CORS', async () => {
    const preflight = await bed.request({
      method: 'OPTIONS',
      path: readFlows.path ?? '',
      headers: { 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(405)
    expect(Object.keys(preflight.headers).join()).not.toContain('access-control')
  })
})

test.each([
  { host: 'localhost' },
  { host: 'localhost:9999', origin: 'http://localhost:9999' },
  { host: '127.0.0.1:80', origin: 'http://127.0.0.1:80' },
])('a tunnel from another port is let in: %o', async (headers) => {
  expect(await status(headers)).toBe(200)
})

describe('a transport fault', () => {
  test.each([
    ['GET', '/operations/flows.readFlows'],
    ['PUT', '/operations/flows.readFlows'],
    ['GET', `/stop/${randomUUID()}`],
    ['POST', '/events'],
    ['POST', '/downloads/x'],
    ['POST', '/'],
  ])('is a 405 for the wrong method: %s %s', async (method, path) => {
    expect((await bed.request({ method, path })).status).toBe(405)
  })

  test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded'])(
    'is a 415 for a body that is not said to be JSON: %s',
    async (type) => {
      const headers = type === undefined ? {} : { 'content-type': type }
      expect((await bed.request({ ...readFlows, headers })).status).toBe(415)
    },
  )

  test('is a 400 for a body that is no JSON, and for a call id that is no UUID', async () => {
    expect(await status({}, '{')).toBe(400)
    expect(await status({}, '')).toBe(400)
    expect(await status({ 'sluice-call-id': 'mine' })).toBe(400)
  })

  test('is a 413 for a body beyond 8 MiB, declared or in chunks', async () => {
    const body = JSON.stringify({ flows: { name: { like_: 'x'.repeat(8 * 1024 * 1024) } } })
    expect(await status({}, body)).toBe(413)
    expect(await status({ 'transfer-encoding': 'chunked' }, body)).toBe(413)
  })

  test('is heard of by a client that is still sending, time after time', async () => {
    const body = 'x'.repeat(24 * 1024 * 1024)
    for (let time = 0; time < 5; time += 1) {
      expect(await status({}, body)).toBe(413)
      expect(await status({ authorization: 'Bearer wrong' }, body)).toBe(401)
    }
  })

  test.each([
    '/nothing',
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/main/server.js',
    '/downloads/x',
  ])('is a 404 for what is not served: %s', async (path) => {
    expect((await bed.request({ path })).status).toBe(404)
  })
})
