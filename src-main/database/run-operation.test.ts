import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command, query } from '../../src-shared/contract/operation.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { testContract } from '../testing/test-contract.ts'
import { testModels } from '../testing/test-models.ts'
import { openConnection, type Connection } from './connection.ts'
import { headRevision } from './head-schema.ts'
import { runOperation, type AnyModelFunction } from './run-operation.ts'

let file: DatabaseFile
let connection: Connection

beforeEach(() => {
  file = buildDatabase()
  connection = openConnection({ path: file.path, mode: 'writer' })
})

afterEach(() => {
  connection.close()
  file.remove()
})

const task = { signal: new AbortController().signal, report: () => {} }
const empty = { input: z.unknown(), output: z.unknown() }
const probes = {
  ask: query({ ...empty, reads: [] } as never),
  askWriter: query({ ...empty, on: 'writer', reads: [] } as never),
  act: command({ ...empty, changes: [] } as never),
}

function run(operation: string, input: unknown = {}): Promise<string> {
  const processContext = { contract: testContract, models: testModels, connection }
  return runOperation({ ...processContext, revision: headRevision }, { operation, input, task })
}

/** Runs an operation whose function is given here. */
function probe(name: keyof typeof probes, model: () => unknown): Promise<string> {
  const models = { probes: { [name]: (async () => await model()) as AnyModelFunction } }
  const processContext = { contract: { probes }, models, connection, revision: headRevision }
  return runOperation(processContext, { operation: `probes.${name}`, input: {}, task })
}

function names(): string[] {
  return file.rows('flow').map(({ name }) => name)
}

/** Whether nobody else may write now. */
function isLocked(): boolean {
  try {
    file.run('BEGIN IMMEDIATE')
    file.run('ROLLBACK')
    return false
  } catch {
    return true
  }
}

describe('an answer', () => {
  test('is encoded where it is made', async () => {
    expect(await run('things.readThing', { name: 'a' })).toBe('{"ok":true,"value":{"name":"a"}}')
  })

  test('that breaks the contract is an error', async () => {
    await expect(run('things.readThing', { name: 'wrong' })).rejects.toBeInstanceOf(z.ZodError)
  })
})

describe('a command', () => {
  test('is committed when it has answered', async () => {
    await run('things.changeThing', { name: 'a' })
    expect(names()).toEqual(['a'])
  })

  test.each(['conflict', 'bug', 'wrong'])('changes nothing where it fails: %s', async (name) => {
    await expect(run('things.changeThing', { name })).rejects.toBeInstanceOf(Error)
    expect(names()).toEqual([])
    await run('things.changeThing', { name: 'the next' })
    expect(names()).toEqual(['the next'])
  })

  test('has the write lock from its beginning', async () => {
    file.run('PRAGMA busy_timeout = 0')
    expect(await probe('act', isLocked)).toContain('true')
    expect(isLocked()).toBe(false)
  })

  test('on a file that was migrated meanwhile changes nothing', async () => {
    file.run("UPDATE alembic_version SET version_num = '8f5eda7c1dd7'")
    const write = run('things.changeThing', { name: 'a' })
    await expect(write).rejects.toMatchObject({ code: 'schema_unsupported' })
    expect(names()).toEqual([])
  })
})

describe('a query', () => {
  test('takes no lock', async () => {
    file.run('PRAGMA busy_timeout = 0')
    expect(await probe('ask', isLocked)).toContain('false')
  })

  test('on the writer takes the lock, as Prefect’s locking read does', async () => {
    file.run('PRAGMA busy_timeout = 0')
    expect(await probe('askWriter', isLocked)).toContain('true')
  })
})

describe('a task', () => {
  test('begins its own transactions: none is begun for it', async () => {
    file.run('PRAGMA busy_timeout = 0')
    const reports: unknown[] = []
    const report = (progress: unknown): void => void reports.push([progress, isLocked()])
    const processContext = { contract: testContract, models: testModels, connection }
    const text = await runOperation(
      { ...processContext, revision: headRevision },
      { operation: 'things.mendThings', input: { name: 'a', count: 2 }, task: { ...task, report } },
    )
    expect(text).toBe('{"ok":true,"value":2}')
    expect(reports).toEqual([
      [{ done: 1 }, false],
      [{ done: 2 }, false],
    ])
  })
})

test.each(['things.nothing', 'nothing.readThing', 'things', ''])(
  'an operation without a function is a bug: "%s"',
  async (operation) => {
    await expect(run(operation)).rejects.toThrow('no model for')
  },
)
