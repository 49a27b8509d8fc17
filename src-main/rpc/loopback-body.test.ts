import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rawRequest } from '../testing/http-request.ts'
import { loopbackBed, token, type LoopbackBed } from '../testing/loopback-bed.ts'
import { largestBody } from './loopback-body.ts'

let bed: LoopbackBed

beforeAll(async () => {
  bed = await loopbackBed(({ input }) => ({
    name: String((input as { name: string }).name.length),
  }))
})

afterAll(() => bed.close())

/** A body of exactly so many bytes that parses. */
function bodyOf(bytes: number): string {
  const frame = '{"name":""}'
  return `{"name":"${'x'.repeat(bytes - frame.length)}"}`
}

const call = {
  method: 'POST',
  path: '/operations/things.readThing',
  headers: { 'content-type': 'application/json' },
}

describe('a body of the greatest size', () => {
  test('is taken', async () => {
    const answer = await bed.request({ ...call, body: bodyOf(largestBody) })
    expect(answer).toMatchObject({ status: 200, text: `{"ok":true,"value":{"name":"8388597"}}` })
  })

  test('is taken in chunks', async () => {
    const headers = { ...call.headers, 'transfer-encoding': 'chunked' }
    expect((await bed.request({ ...call, headers, body: bodyOf(largestBody) })).status).toBe(200)
  })
})

describe('a body of one byte more', () => {
  test('is refused by its declared length', async () => {
    const answer = await bed.request({ ...call, body: bodyOf(largestBody + 1) })
    expect(answer).toMatchObject({ status: 413, text: 'The body is larger than 8 MiB\n' })
  })

  test('is refused in chunks, which declare none', async () => {
    const headers = { ...call.headers, 'transfer-encoding': 'chunked' }
    const answer = await bed.request({ ...call, headers, body: bodyOf(largestBody + 1) })
    expect(answer.status).toBe(413)
  })
})

describe('a body that is refused', () => {
  test('is heard of by a client that is still sending', async () => {
    for (let time = 0; time < 3; time += 1) {
      const answer = await bed.request({ ...call, body: bodyOf(4 * largestBody) })
      expect(answer.status).toBe(413)
    }
  })

  test('is heard of before it is sent', async () => {
    const head = `POST /operations/things.readThing HTTP/1.1\r\nHost: localhost\r\n`
    const headers = `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n`
    const length = `Content-Length: ${largestBody + 1}\r\n\r\n`
    const answer = await rawRequest(bed.loopback.port, head + headers + length)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('a content type', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;x=y'])(
    'of JSON is taken: %s',
    async (type) => {
      const answer = await bed.request({
        ...call,
        headers: { 'content-type': type },
        body: bodyOf(20),
      })
      expect(answer.status).toBe(200)
    },
  )

  test.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json-seq',
    'text/plain; application/json',
  ])('that a form could send is refused: %s', async (type) => {
    const headers = type === undefined ? {} : { 'content-type': type }
    const answer = await bed.request({ ...call, headers, body: bodyOf(20) })
    expect(answer).toMatchObject({ status: 415, text: 'The body must be application/json\n' })
  })
})

describe('a text', () => {
  test.each(['', '{', '{"name":}', 'undefined', "{'name':'a'}", '{"name":"a"} more', '\u0000'])(
    'that is no JSON is refused: %j',
    async (body) => {
      const answer = await bed.request({ ...call, body })
      expect(answer).toMatchObject({ status: 400, text: 'The body is not JSON\n' })
    },
  )

  test('that is no UTF-8 is read as far as it can be', async () => {
    const body = Buffer.from([...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')])
    expect((await bed.request({ ...call, body })).text).toBe('{"ok":true,"value":{"name":"1"}}')
  })

  test('with the keys of an object’s own machinery is an input like any other', async () => {
    const answer = await bed.request({ ...call, body: '{"__proto__":{"name":"a"}}' })
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'invalid_input' } })
  })
})
