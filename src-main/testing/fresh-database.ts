import { afterEach, beforeEach } from 'vitest'
import { contract, type SluiceContract } from '../../src-shared/contract/contract.ts'
import type { Area, InputOf, OutputOf } from '../../src-shared/contract/operation.ts'
import { openConnection, type Connection } from '../database/connection.ts'
import { headRevision } from '../database/head-schema.ts'
import { runOperation, type Models, type ProcessContext } from '../database/run-operation.ts'
import { models } from '../models/models.ts'
import { buildDatabase, type DatabaseFile } from './build-database.ts'

type Calls<A extends Area> = {
  readonly [N in keyof A]: (input: InputOf<A[N]>) => Promise<OutputOf<A[N]>>
}

type ModelArea = keyof typeof models

/** A file of one test, and the operations on it as a database process runs them. */
export interface FreshDatabase {
  readonly file: DatabaseFile
  /** Input parsed, a command in one immediate transaction, output parsed. */
  readonly run: { readonly [A in ModelArea]: Calls<SluiceContract[A]> }
}

/** Gives each test that follows a database without rows; what was opened is closed behind it. */
export function freshDatabase(): FreshDatabase {
  let file: DatabaseFile | undefined
  let connection: Connection | undefined
  beforeEach(() => {
    file = buildDatabase()
    connection = openConnection({ path: file.path, mode: 'writer' })
  })
  afterEach(() => {
    connection?.close()
    file?.remove()
  })
  const call = async (area: ModelArea, name: string, input: unknown): Promise<unknown> => {
    const declared: Area = contract[area]
    const processContext: ProcessContext = {
      contract,
      models: models as Models,
      connection: opened(connection),
      revision: headRevision,
    }
    const parsed = declared[name]?.input.parse(input)
    const request = { operation: `${area}.${name}`, input: parsed, task: noTask }
    const text = await runOperation(processContext, request)
    return (JSON.parse(text) as { value: unknown }).value
  }
  const areas = Object.entries(models).map(([area, functions]) => {
    const calls = Object.keys(functions).map((name) => {
      return [name, (input: unknown) => call(area as ModelArea, name, input)]
    })
    return [area, Object.fromEntries(calls)]
  })
  const run = Object.fromEntries(areas) as FreshDatabase['run']
  return {
    run,
    get file() {
      return opened(file)
    },
  }
}

const noTask = { signal: new AbortController().signal, report: () => {} }

function opened<T>(it: T | undefined): T {
  if (it) return it
  throw new Error('a fresh database is there while a test runs')
}
