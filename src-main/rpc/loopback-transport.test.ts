import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { untilStopped } from '../testing/dispatcher-bed.ts'
import { httpRequest, rawRequest } from '../testing/http-request.ts'
import { loopbackBed, token, type LoopbackBed } from '../testing/loopback-bed.ts'

let bed: LoopbackBed

beforeEach(async () => {
  bed = await loopbackBed(async ({ input, signal }) => {
    const { name } = input as { name: string }
    if (name === 'conflict') throw new AppError('conflict', 'It is there')
    if (name === 'bug') throw new Error('secret')
    if (name === 'wait') {
      await untilStopped(signal).catch(() => {
        throw new AppError('cancelled', 'Stopped')
      })
    }
    return { name }
  })
})

afterEach(() => bed.close())

const json = 'application/json; charset=utf-8'

describe('an operation', () => {
  test('answers with an envelope and 200', async () => {
    const answer = await bed.operation('things.readThing', '{"name":"ü"}')
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"value":{"name":"ü"}}' })
    expect(answer.headers['content-type']).toBe(json)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test.each([
    ['things.readThing', '{"name":"conflict"}', 'conflict'],
    ['things.readThing', '{"name":"bug"}', 'internal'],
    ['things.readThing', '{"name":5}', 'invalid_input'],
    ['things.readThing', 'null', 'invalid_input'],
    ['things.nothing', '{}', 'not_found'],
    ['', '{}', 'not_found'],
    ['things.readThing/more', '{}', 'not_found'],
    ['things%2EreadThing', '{}', 'not_found'],
  ])('fails with an envelope and 200: %s %s', async (name, body, code) => {
    const answer = await bed.operation(name, body)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code } })
    expect(answer.text).not.toContain('secret')
  })

  test('is stopped by its call id', async () => {
    const callId = randomUUID()
    const call = bed.operation('things.readThing', '{"name":"wait"}', { 'sluice-call-id': callId })
    await expect
      .poll(async () => (await bed.request({ method: 'POST', path: `/stop/${callId}` })).text)
      .toBe('{"ok":true,"value":true}')
    expect(JSON.parse((await call).text)).toMatchObject({ error: { code: 'cancelled' } })
    const again = await bed.request({ method: 'POST', path: `/stop/${callId}` })
    expect(again).toMatchObject({ status: 200, text: '{"ok":true,"value":false}' })
  })

  test('is stopped by a client that goes away', async () => {
    const callId = randomUUID()
    const leave = new AbortController()
    const call = fetch(`http://127.0.0.1:${bed.loopback.port}/operations/things.readThing`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'sluice-call-id': callId,
      },
      body: '{"name":"wait"}',
      signal: leave.signal,
    })
    const occupied = { name: 'a' }
    const isRunning = async (): Promise<boolean> => {
      const reply = await bed.transport.call('things.readThing', occupied, { callId })
      return !reply.ok && reply.error.code === 'conflict'
    }
    await expect.poll(isRunning).toBe(true)
    leave.abort()
    await expect(call).rejects.toThrow('abort')
    await expect.poll(isRunning).toBe(false)
  })

  test('takes no call id that is no UUID', async () => {
    const answer = await bed.operation('things.readThing', '{}', { 'sluice-call-id': 'one' })
    expect(answer).toMatchObject({ status: 400, text: 'Sluice-Call-Id is not a UUID\n' })
  })
})

describe('a download', () => {
  test('is fetched once, under its name', async () => {
    const fileName = 'Läufe "1".csv'
    const open = (): Readable => Readable.from(['a,b\n', '1,2\n'])
    const id = bed.downloads.offer({ fileName, contentType: 'text/csv', open })
    const first = await bed.request({ path: `/downloads/${id}` })
    expect(first).toMatchObject({ status: 200, text: 'a,b\n1,2\n' })
    expect(first.headers['content-type']).toBe('text/csv')
    expect(first.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''L%C3%A4ufe%20%221%22.csv",
    )
    expect((await bed.request({ path: `/downloads/${id}` })).status).toBe(404)
  })
})

describe('the page', () => {
  test('is given with the headers that fence it in', async () => {
    const answer = await bed.request({ path: '/' })
    expect(answer).toMatchObject({ status: 200, text: '<title>Sluice</title>' })
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['content-security-policy']).not.toContain('unsafe')
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('answers a HEAD without its content', async () => {
    expect(await bed.request({ method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/page-of-others/secret.txt',
    '/nothing',
  ])('is all that is given: %s', async (path) => {
    const answer = await bed.request({ path })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toBe('secret')
  })

  test('sets a cookie for the token, which then leaves the address', async () => {
    const { port } = bed.loopback
    const path = new URL(bed.loopback.startUrl).search
    const exchange = await httpRequest(port, { path: `/${path}` })
    expect(exchange).toMatchObject({ status: 303, headers: { location: '/' }, text: '' })
    const [set = ''] = exchange.headers['set-cookie'] ?? []
    expect(set).toContain(`sluice-${port}=`)
    const cookie = set.split(';')[0]
    expect((await httpRequest(port, { headers: { cookie } })).status).toBe(200)
    expect((await httpRequest(port, { path: '/assets/main.js', headers: { cookie } })).text).toBe(
      'start()',
    )
  })

  test.each(['/', '/?token=wrong', '/?token=', '/index.html?token=the-token', '/assets/main.js'])(
    'is given to nobody else: %s',
    async (path) => {
      const answer = await httpRequest(bed.loopback.port, { path })
      expect(answer.status).toBe(401)
      expect(answer.headers['set-cookie']).toBeUndefined()
    },
  )
})

describe('a request', () => {
  test.each([
    ['GET', '/operations/things.readThing'],
    ['PUT', '/operations/things.readThing'],
    ['OPTIONS', '/operations/things.readThing'],
    ['GET', `/stop/${randomUUID()}`],
    ['POST', '/events'],
    ['HEAD', '/events'],
    ['POST', '/downloads/x'],
    ['POST', '/'],
    ['DELETE', '/index.html'],
    ['OPTIONS', '/'],
  ])('of the wrong method is refused: %s %s', async (method, path) => {
    expect((await bed.request({ method, path })).status).toBe(405)
  })

  test.each(['/eventsource', '/events/more'])('for %s is none for the events', async (path) => {
    expect((await bed.request({ path })).status).toBe(404)
  })

  test('whose address cannot be read is refused', async () => {
    expect((await bed.request({ path: '//[' })).status).toBe(400)
  })

  test('without a host name is refused', async () => {
    const { port } = bed.loopback
    const bearer = `Authorization: Bearer ${token}`
    const old = await rawRequest(port, `GET / HTTP/1.0\r\n${bearer}\r\n\r\n`)
    expect(old).toMatch(/^HTTP\/1\.1 403 /)
    const current = await rawRequest(port, `GET / HTTP/1.1\r\n${bearer}\r\n\r\n`)
    expect(current).toMatch(/^HTTP\/1\.1 400 /)
  })

  test.each<Record<string, string>>([
    { host: 'rebound.example' },
    { origin: 'http://rebound.example' },
  ])('that another page could have made is refused, with the token too: %o', async (headers) => {
    for (const path of ['/', '/events', '/nothing', `/?token=${token}`]) {
      expect((await bed.request({ path, headers })).status).toBe(403)
    }
    const call = await bed.operation('things.readThing', '{"name":"a"}', headers)
    expect(call.status).toBe(403)
  })
})

test('a server that is closed cuts every line', async () => {
  const { port } = bed.loopback
  const call = bed.operation('things.readThing', '{"name":"wait"}').catch(String)
  await expect.poll(() => httpRequest(port, {}).then(({ status }) => status)).toBe(401)
  await bed.loopback.close()
  expect(await call).toMatch(/hang up|ECONNRESET/)
  await expect(httpRequest(port, {})).rejects.toThrow('ECONNREFUSED')
})
