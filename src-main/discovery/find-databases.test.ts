import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { FoundDatabase } from '../../src-shared/contract/schemas/found-database.ts'
import { foundDatabase } from '../../src-shared/contract/schemas/found-database.ts'
import { arrange, arrangements } from '../testing/discovery-arrangements.ts'
import type { Arrangement } from '../testing/discovery-arrangements.ts'
import { findDatabases, serverDatabase } from './find-databases.ts'

const bases: string[] = []

afterEach(async () => {
  for (const base of bases.splice(0)) await rm(base, { recursive: true })
})

async function find(arrangement: Omit<Arrangement, 'name' | 'uses'>): Promise<FoundDatabase[]> {
  const { base, place } = await arrange(arrangement)
  bases.push(base)
  const found = z.array(foundDatabase).parse(await findDatabases(place))
  return JSON.parse(JSON.stringify(found).replaceAll(base, '<base>'))
}

const profilesToml = 'home/.prefect/profiles.toml'
const usual = 'home/.prefect/prefect.db'
const brief = ({ path, kind, usedByServer }: FoundDatabase): string =>
  `${usedByServer ? 'used: ' : ''}${path ?? kind}`

describe('the database that a server would use', () => {
  test.for(arrangements)('$name', async (arrangement) => {
    const { base, place } = await arrange(arrangement)
    bases.push(base)
    const used = await serverDatabase({ ...place, platform: 'linux' })
    const uses = used === null ? null : (used.path ?? used.kind)
    expect(uses?.replaceAll(base, '<base>') ?? null).toBe(arrangement.uses)
  })

  test.for(arrangements)('is the one marked, if any: $name', async (arrangement) => {
    const found = await find(arrangement)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ usedByServer }) => usedByServer)).toHaveLength(
      arrangement.uses === null ? 0 : 1,
    )
    expect(JSON.stringify(found)).not.toContain('hunter2')
  })
})

test('all that the settings name is listed in the order in which it counts', async () => {
  const found = await find({
    environment: {
      PREFECT_HOME: '<base>/one',
      PREFECT_API_DATABASE_CONNECTION_URL: 'sqlite+aiosqlite:///<base>/two.db',
    },
    files: {
      'work/.env': 'PREFECT_HOME=<base>/three',
      'work/prefect.toml':
        "server.database.connection_url = 'postgresql+asyncpg://u:hunter2@h/four'",
      'one/profiles.toml': "[profiles.x]\nPREFECT_HOME = '<base>/five'",
      'five/prefect.db': '',
      'work/prefect.db': '',
      [usual]: '',
    },
  })
  expect(found.map(brief)).toEqual([
    'used: <base>/two.db',
    'postgresql',
    '<base>/one/prefect.db',
    '<base>/three/prefect.db',
    '<base>/home/.prefect/prefect.db',
    '<base>/five/prefect.db',
    '<base>/work/prefect.db',
  ])
  expect(found.map(({ source }) => source)).toEqual([
    {
      kind: 'environment',
      setting: 'PREFECT_API_DATABASE_CONNECTION_URL',
      file: null,
      profile: null,
    },
    {
      kind: 'prefect_toml',
      setting: 'server.database.connection_url',
      file: '<base>/work/prefect.toml',
      profile: null,
    },
    { kind: 'environment', setting: 'PREFECT_HOME', file: null, profile: null },
    { kind: 'dotenv', setting: 'PREFECT_HOME', file: '<base>/work/.env', profile: null },
    { kind: 'home', setting: null, file: null, profile: null },
    { kind: 'profile', setting: 'PREFECT_HOME', file: '<base>/one/profiles.toml', profile: 'x' },
    { kind: 'working_directory', setting: null, file: null, profile: null },
  ])
  expect(found.map(({ note }) => note)).toEqual([
    'The file does not exist yet; a server started here would make it.',
    '`server.database.connection_url` in `prefect.toml` names PostgreSQL, `four` on h. Sluice opens SQLite files only. A server started here would use another one, named in the environment.',
    'A server started here would use another one, named in the environment.',
    'A server started here would use another one, named in the environment.',
    'A server started here would use another one, named in the environment.',
    'The profile `x` is not the active one.',
    'This file lies in the working directory; a server started here would use another one.',
  ])
})

test('a file is listed once, by the setting that counts first, through a link too', async () => {
  const { base, place } = await arrange({
    environment: { PREFECT_HOME: '<base>/link' },
    files: { [usual]: 'x' },
  })
  bases.push(base)
  await symlink(join(base, 'home/.prefect'), join(base, 'link'))
  const found = await findDatabases({ ...place, workingDirectory: join(base, 'home/.prefect') })
  expect(found.map(brief)).toEqual([`used: ${base}/link/prefect.db`])
})

test('size and last change are those of the file, and of a WAL that is newer', async () => {
  const { base, place } = await arrange({ files: { [usual]: '12345', [`${usual}-wal`]: '123' } })
  bases.push(base)
  const changed = new Date('2026-11-20T10:00:00.500Z')
  await utimes(join(base, usual), 0, 0)
  await utimes(join(base, `${usual}-wal`), changed, changed)
  expect(await serverDatabase(place)).toMatchObject({
    exists: true,
    size: 5,
    modified: '2026-11-20T10:00:00.500000Z',
    note: null,
  })
})

test('a folder of that name is no database', async () => {
  const { base, place } = await arrange({})
  bases.push(base)
  await mkdir(join(base, usual), { recursive: true })
  expect(await serverDatabase(place)).toMatchObject({ exists: false, size: null, modified: null })
})

describe('the server that flows report to', () => {
  test('Prefect Cloud of the active profile is said to be one', async () => {
    const url = 'https://api.prefect.cloud/api/accounts/1/workspaces/2'
    const found = await find({
      files: {
        [profilesToml]: `active = 'prod'\n[profiles.prod]\nPREFECT_API_URL = '${url}'`,
        [usual]: '',
      },
    })
    expect(found.map(brief)).toEqual(['used: <base>/home/.prefect/prefect.db', 'cloud'])
    expect(found.map(({ note }) => note)).toEqual([
      'Runs started here are kept by Prefect Cloud, not in this file.',
      'The profile `prod` names Prefect Cloud; its runs are not in a local file.',
    ])
  })

  test.for([
    ['http://me:hunter2@prefect.example.com:4200/api', 'prefect.example.com:4200'],
    ['not a url with hunter2', null],
  ] as const)('%s is a remote server, named without a password', async ([url, host]) => {
    const found = await find({ environment: { PREFECT_API_URL: url } })
    const server = host ? `the Prefect server at ${host}` : 'a Prefect server'
    expect(found.at(-1)?.kind).toBe('remote_server')
    expect(found.at(-1)?.note).toBe(
      `\`PREFECT_API_URL\` in the environment names ${server}; its runs are not in a local file.`,
    )
    expect(JSON.stringify(found)).not.toContain('hunter2')
  })

  test.for(['127.0.0.1', 'localhost', '[::1]'])('%s is this machine', async (host) => {
    const found = await find({ environment: { PREFECT_API_URL: `http://${host}:4200/api` } })
    expect(found.at(-1)?.note).toContain('on this machine')
    expect(found[0]?.note).not.toContain('Runs started here')
  })
})

describe('settings that Prefect does not start with', () => {
  test('come first, quote nothing, and leave the rest listed', async () => {
    const found = await find({
      files: {
        'work/prefect.toml': "x = 1\n[server.database]\npassword = 'hunter2\nname = 'x'\n",
        [usual]: '',
        'work/prefect.db': '',
      },
    })
    expect(found.map(({ kind, path, note }) => ({ kind, path, note }))).toEqual([
      {
        kind: 'unknown',
        path: null,
        note: 'This settings file is not valid TOML (line 3). Prefect does not start with it.',
      },
      {
        kind: 'sqlite',
        path: '<base>/home/.prefect/prefect.db',
        note: 'With the settings as they are, no server starts here.',
      },
      {
        kind: 'sqlite',
        path: '<base>/work/prefect.db',
        note: 'This file lies in the working directory; no setting of Prefect names it.',
      },
    ])
    expect(found[0]?.source.file).toBe('<base>/work/prefect.toml')
  })

  test('may be a file that is not UTF-8', async () => {
    const { base, place } = await arrange({})
    bases.push(base)
    await writeFile(join(base, 'work/.env'), Buffer.from([0x41, 0x3d, 0xff]))
    const [first] = await findDatabases(place)
    expect(first?.note).toBe(
      'This settings file is not UTF-8 text. Prefect does not start with it.',
    )
  })

  test('may be a value that is not text, or a port that is no number', async () => {
    const found = await find({
      environment: { PREFECT_SERVER_DATABASE_PORT: 'many' },
      files: { 'work/prefect.toml': 'home = 5\n[server.database]\nhost = 6\n' },
    })
    expect(found.map(({ note }) => note)).toEqual([
      '`server.database.host` is not text. Prefect does not start with it.',
      '`PREFECT_SERVER_DATABASE_PORT` is not a whole number. Prefect does not start with it.',
      '`home` in `prefect.toml` cannot be used. It is not text.',
    ])
  })
})

test.for([
  [{ PREFECT_PROFILE: 'nope' }, 'There is no profile `nope`: Prefect uses its default profile.'],
  [{ PREFECT_TEST_MODE: '1' }, 'Prefect is in its test mode: no profile counts.'],
] as const)('what is odd about the profile is said: %o', async ([environment, note]) => {
  const [first] = await find({ environment, files: { [usual]: '' } })
  expect(first).toMatchObject({ usedByServer: true, note })
})

test('lines of .env that cannot be read are said', async () => {
  const [first] = await find({ files: { 'work/.env': '\n\n= x\nA=1\nB="b\n', [usual]: '' } })
  expect(first?.note).toBe(
    'Line 3 of `.env` cannot be read and is passed over. Line 5 of `.env` cannot be read and is passed over.',
  )
})
