import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyHeaders, readPageFile } from './page-policy.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-page-'))
  writeFileSync(join(folder, 'index.html'), '<meta content="__STYLE_NONCE__"><p>__STYLE_NONCE__')
  writeFileSync(join(folder, 'page.js'), '"__STYLE_NONCE__"')
})

afterAll(() => rmSync(folder, { recursive: true }))

function styles(headers: Record<string, string> | undefined): string | undefined {
  return /style-src ([^;]*)/.exec(headers?.['Content-Security-Policy'] ?? '')?.[1]
}

test('a page carries the nonce that its policy lets in, everywhere it asks for it', async () => {
  const page = await readPageFile(folder, '/')
  const nonce = /content="([^"]+)"/.exec(page?.content.toString() ?? '')?.[1]
  expect(nonce).toMatch(/^[\w+/]{22}==$/)
  expect(page?.content.toString()).toBe(`<meta content="${nonce}"><p>${nonce}`)
  expect(styles(page?.headers)).toBe(`'self' 'nonce-${nonce}'`)
  expect(page?.headers['Content-Type']).toBe('text/html; charset=utf-8')
})

test('no two pages have the same nonce', async () => {
  const [one, another] = [await readPageFile(folder, '/'), await readPageFile(folder, '/')]
  expect(styles(one?.headers)).not.toBe(styles(another?.headers))
})

test('what is no page is sent as it is, and lets no inline style in', async () => {
  const script = await readPageFile(folder, '/page.js')
  expect(script?.content.toString()).toBe('"__STYLE_NONCE__"')
  expect(styles(script?.headers)).toBe("'self'")
})

test('what is not there is nothing', async () => {
  expect(await readPageFile(folder, '/../index.html')).toBeUndefined()
  expect(await readPageFile(folder, '/another.html')).toBeUndefined()
})

test('nothing unsafe is ever let in', () => {
  for (const headers of [policyHeaders(), policyHeaders('abc')]) {
    const policy = headers['Content-Security-Policy']
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('*')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
  }
})
