import { describe, expect, test } from 'vitest'
import { parseDatabaseUrl } from './database-address.ts'
import type { DiscoveryPlace } from './discovery-place.ts'

const place: DiscoveryPlace = {
  environment: {},
  workingDirectory: '/work',
  homeFolder: '/home/me',
  platform: 'linux',
}
const windows: DiscoveryPlace = {
  environment: {},
  workingDirectory: 'C:\\work',
  homeFolder: 'C:\\Users\\me',
  platform: 'win32',
}

test.for([
  ['sqlite+aiosqlite:////data/prefect.db', '/data/prefect.db'],
  ['sqlite+aiosqlite:///prefect.db', '/work/prefect.db'],
  ['sqlite+aiosqlite:///./a/../prefect.db', '/work/prefect.db'],
  ['sqlite+aiosqlite:////a%20b/%C3%A9%zz.db', '/a b/é%zz.db'],
  ['sqlite+aiosqlite:////a+b@c:d/x.db', '/a+b@c:d/x.db'],
  ['sqlite+aiosqlite:///~/x.db', '/work/~/x.db'],
  ['sqlite+aiosqlite:////a.db?timeout=5&mode=memory', '/a.db'],
  ['sqlite+aiosqlite:////a.db?uri=false', '/a.db'],
  ['sqlite+aiosqlite:////a.db?uri=true&mode=ro', '/a.db?mode=ro'],
  ['sqlite+aiosqlite:///file:a.db', '/work/file:a.db'],
  ['sqlite+aiosqlite:///file:a.db?uri=true', '/work/a.db'],
  ['sqlite+aiosqlite:///file:/a.db?mode=ro&uri=1', '/a.db'],
  ['sqlite+aiosqlite:///file:///a%2520b.db?uri=yes', '/a b.db'],
  ['sqlite+aiosqlite:///file://localhost/a.db?uri=on', '/a.db'],
] as const)('%s is a file', ([url, path]) => {
  expect(parseDatabaseUrl(place, url)).toEqual({ kind: 'sqlite', path, label: null, fault: null })
})

test.for([
  ['sqlite+aiosqlite:///C:/Users/me/prefect.db', 'C:\\Users\\me\\prefect.db'],
  ['sqlite+aiosqlite:///C:\\Users\\me\\.prefect/prefect.db', 'C:\\Users\\me\\.prefect\\prefect.db'],
  ['sqlite+aiosqlite:///prefect.db', 'C:\\work\\prefect.db'],
  ['sqlite+aiosqlite:///file:/D:/a.db?uri=true', 'D:\\a.db'],
  ['sqlite+aiosqlite:///file:///D:/a.db?uri=true', 'D:\\a.db'],
  ['sqlite+aiosqlite:///\\\\server\\share\\a.db', '\\\\server\\share\\a.db'],
] as const)('%s is a file on Windows', ([url, path]) => {
  expect(parseDatabaseUrl(windows, url)).toMatchObject({ kind: 'sqlite', path, fault: null })
})

test.for([
  'sqlite+aiosqlite://',
  'sqlite+aiosqlite:///',
  'sqlite+aiosqlite:///:memory:',
  'sqlite+aiosqlite:///file::memory:?cache=shared&uri=true&check_same_thread=false',
  'sqlite+aiosqlite:///file:name?mode=memory&uri=true',
])('%s is in memory', (url) => {
  expect(parseDatabaseUrl(place, url)).toMatchObject({ kind: 'sqlite_memory', path: null })
})

test.for([
  '',
  'prefect.db',
  '/data/prefect.db',
  'sqlite+aiosqlite:prefect.db',
  'sqlite+aiosqlite://data/prefect.db',
  'sqlite+aiosqlite://me:hunter2@host/prefect.db',
  'sqlite+aiosqlite:///file://host/a.db?uri=true',
  'sqlite+aiosqlite:///a.db?uri=perhaps',
  'mysql://me:hunter2@host/prefect',
  'postgresql+asyncpg://me:hunter2/db',
])('%j is nothing to Prefect', (url) => {
  const address = parseDatabaseUrl(place, url)
  expect(address).toMatchObject({ kind: 'unknown', path: null })
  expect(address.fault).toMatch(/\.$/)
  expect(address.fault).not.toContain('hunter2')
})

test('a driver that Prefect does not start with is said; the file is found', () => {
  expect(parseDatabaseUrl(place, 'sqlite:////data/prefect.db')).toEqual({
    kind: 'sqlite',
    path: '/data/prefect.db',
    label: null,
    fault: 'A server does not start with this URL: it must begin with `sqlite+aiosqlite:`.',
  })
})

describe('a PostgreSQL URL is named without its password', () => {
  test.for([
    ['postgresql+asyncpg://me:hunter2@db.example.com:5432/runs', '`runs` on db.example.com'],
    ['postgresql+asyncpg://me@db/runs?password=hunter2', '`runs` on db'],
    ['postgresql+asyncpg:///runs', '`runs`'],
    ['postgresql+asyncpg://me:x@hunter2@db/runs', null],
    ['postgresql+asyncpg://me/x:hunter2@db/runs', null],
  ] as const)('%s', ([url, label]) => {
    const address = parseDatabaseUrl(place, url)
    expect(address).toMatchObject({ kind: 'postgresql', path: null })
    expect(JSON.stringify(address)).not.toContain('hunter2')
    expect(address.label).toBe(label)
  })
})
