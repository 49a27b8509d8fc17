import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readStaticFile } from './static-files.ts'

let outside: string
let page: string

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'sluice-static-'))
  page = join(outside, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  mkdirSync(join(outside, 'page-two'))
  const files = ['page/index.html', 'page/assets/a.js', 'page/assets/ä b.css', 'page/assets/font']
  for (const file of [...files, 'secret', 'page-two/secret']) {
    writeFileSync(join(outside, file), file)
  }
})

afterAll(() => rmSync(outside, { recursive: true }))

async function read(urlPath: string): Promise<[string, string] | undefined> {
  const file = await readStaticFile(page, urlPath)
  return file && [file.content.toString(), file.contentType]
}

describe('a file of the page', () => {
  test.each([
    ['/', 'page/index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'page/index.html', 'text/html; charset=utf-8'],
    ['/assets/a.js', 'page/assets/a.js', 'text/javascript; charset=utf-8'],
    ['/assets/%C3%A4%20b.css', 'page/assets/ä b.css', 'text/css; charset=utf-8'],
    ['/assets/font', 'page/assets/font', 'application/octet-stream'],
    ['/assets/../index.html', 'page/index.html', 'text/html; charset=utf-8'],
  ])('is read: %s', async (urlPath, content, type) => {
    expect(await read(urlPath)).toEqual([content, type])
  })
})

describe('what is no file of the page', () => {
  test.each([
    '/missing.js',
    '/assets',
    '/assets/',
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/%2e%2e%2fsecret',
    '/..%5csecret',
    '/assets/../../secret',
    '/../page-two/secret',
    '/..',
    '//etc/passwd',
    '/%00',
    '/index.html%00.js',
    '/%',
    '/%ff',
  ])('is not read: %s', async (urlPath) => {
    expect(await read(urlPath)).toBeUndefined()
  })
})
