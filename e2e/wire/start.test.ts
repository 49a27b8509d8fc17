import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import { startSluice, type SluiceServer } from '../fixtures/sluice-server.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'out/main/server.js')

let file: DatabaseFile
let server: SluiceServer | undefined

beforeAll(() => {
  file = buildDatabase()
  file.add.flow({ name: 'first' })
})

afterAll(() => file.remove())

afterEach(async () => {
  await server?.stop()
  server = undefined
})

/** Runs the program with options with which it ends by itself. */
function run(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const home = mkdtempSync(join(tmpdir(), 'sluice-home-'))
  const env = { ...process.env, SLUICE_HOME: home }
  const ended = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env,
    timeout: 20_000,
  })
  rmSync(home, { recursive: true })
  return ended
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

describe('the first line', () => {
  test('says where Sluice is, with a token that is new each time', async () => {
    server = await startSluice({ database: file.path })
    const { token } = server
    expect(token).toMatch(/^[\w-]{32}$/)
    await server.stop()
    server = await startSluice({ database: file.path })
    expect(server.token).not.toBe(token)
  })

  test('holds the token that SLUICE_TOKEN sets, encoded', async () => {
    const secret = 'a b&c=ü/%'
    server = await startSluice({ database: file.path, environment: { SLUICE_TOKEN: secret } })
    expect(decodeURIComponent(server.token)).toBe(secret)
    const headers = { Authorization: 'Bearer wrong' }
    expect((await fetch(server.url, { headers })).status).toBe(401)
    const exchange = await fetch(`${server.url}/?token=${server.token}`, { redirect: 'manual' })
    expect(exchange.status).toBe(303)
  })

  test('names the port that was asked for', async () => {
    const port = await freePort()
    server = await startSluice({ database: file.path, parameters: ['--port', String(port)] })
    expect(server.url).toBe(`http://127.0.0.1:${port}`)
    const second = run('--database', file.path, '--no-open', '--port', String(port))
    expect(second).toMatchObject({ status: 1, stdout: '' })
    expect(second.stderr).toContain('EADDRINUSE')
  })
})

describe('the database', () => {
  test('may be named without an option', async () => {
    server = await startSluice({ parameters: [file.path] })
    expect(await server.call('app.session', {})).toMatchObject({
      path: file.path,
      access: 'read_write',
      error: null,
    })
  })

  test('is the one of a Prefect server where none is named', async () => {
    const environment = { PREFECT_HOME: dirname(file.path) }
    server = await startSluice({ environment })
    expect((await server.call('app.session', {})).path).toBe(file.path)
    expect(await server.call('app.findDatabases', {})).toContainEqual(
      expect.objectContaining({ path: file.path, usedByServer: true, exists: true }),
    )
  })

  test('is only read where that was asked for', async () => {
    server = await startSluice({ database: file.path, readOnly: true })
    const before = readFileSync(file.path)
    expect(await server.call('app.session', {})).toMatchObject({
      access: 'read_only',
      reason: 'Opened for reading only, by choice',
    })
    expect(await server.ask('flows.createFlow', { name: 'written' })).toMatchObject({
      ok: false,
      error: { code: 'read_only' },
    })
    expect(await server.call('flows.readFlows', {})).toMatchObject([{ name: 'first' }])
    expect(readFileSync(file.path)).toEqual(before)
  })

  test.each([
    ['is missing', 'missing.db', 'database_unavailable'],
    ['is a folder', '', 'database_unavailable'],
    ['is not Prefect’s', 'other.db', 'schema_unsupported'],
  ])('that %s is served all the same, so that the page can say why', async (_why, name, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-bad-'))
    const other = buildDatabase()
    onTestFinished(() => {
      other.remove()
      rmSync(folder, { recursive: true })
    })
    other.run('DELETE FROM alembic_version')
    const path = name === 'other.db' ? other.path : join(folder, name)
    server = await startSluice({ database: path })
    const state = await server.call('app.session', {})
    expect(state).toMatchObject({ access: 'closed', error: { code } })
    expect(await server.ask('flows.readFlows', {})).toEqual({ ok: false, error: state.error })
    const headers = { Authorization: `Bearer ${server.token}` }
    const page = await fetch(server.url, { headers })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="root">')
  })
})

describe('the command line', () => {
  test('is explained by --help', () => {
    const { status, stdout, stderr } = run('--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const option of ['--database', '--port', '--read-only', '--no-open', 'SLUICE_TOKEN']) {
      expect(stdout).toContain(option)
    }
  })

  test('gives the version of the package', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8')
    const { version } = JSON.parse(manifest) as { version: string }
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  test.each([
    [['--port', 'x'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--port', '-1'], '--port'],
    [['--port'], '--port'],
    [['--database'], '--database'],
    [['--unknown'], '--unknown'],
    [['one.db', 'two.db'], 'Name one database only'],
    [['--database', 'one.db', 'two.db'], 'Name the database once'],
  ])('that cannot be followed is said to be so: %j', (words, reason) => {
    const { status, stdout, stderr } = run(...words)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(reason)
    expect(stderr).toContain('Usage:')
  })
})

test('nobody is listened to but this machine', async () => {
  server = await startSluice({ database: file.path })
  const { port } = new URL(server.url)
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))
  for (const address of addresses) {
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow('fetch failed')
  }
  expect((await fetch(server.url)).status).toBe(401)
})
