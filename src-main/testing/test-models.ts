import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { storedNow } from '../database/codecs.ts'
import type { ModelOf, TaskContext, Writing } from '../database/model.ts'
import type { Models } from '../database/run-operation.ts'
import type { testContract } from './test-contract.ts'

type Things = ModelOf<typeof testContract.things>

/** What a thing's name makes a model do, beside its work. */
async function obey(db: Writing, name: string): Promise<void> {
  if (name === 'endless') {
    await sql`with recursive n (i) as (values (1) union all select i + 1 from n)
      select count(*) from n`.execute(db)
  }
  if (name === 'conflict') throw new AppError('conflict', 'It is there')
  if (name === 'bug') throw new TypeError('a bug')
}

async function insertFlow(db: Writing, name: string): Promise<void> {
  const time = storedNow()
  const row = { id: name, created: time, updated: time, name, tags: '[]', labels: null }
  await db.insertInto('flow').values(row).execute()
}

const readThing: Things['readThing'] = async (db, { name }) => {
  await obey(db as never, name)
  return name === 'wrong' ? ({ title: name } as never) : { name }
}

/** Adds a flow of that name before it does what the name says. */
const changeThing: Things['changeThing'] = async (db, { name }) => {
  await insertFlow(db, name)
  await obey(db, name)
  return name === 'wrong' ? ('yes' as never) : true
}

/** Goes on in parts of some milliseconds until it is told to stop, or has done `count` of them. */
async function inParts(count: number, task: TaskContext<{ done: number }>): Promise<number> {
  for (let done = 1; done <= count; done += 1) {
    await sleep(5)
    if (task.signal.aborted) throw new AppError('cancelled', `Stopped after ${done}`)
    task.report({ done })
  }
  return count
}

const things: Things = {
  readThing,
  changeThing,
  makeThings: (_db, { count = Infinity }, task) => inParts(count, task),
  mendThings: (_db, { count = Infinity }, task) => inParts(count, task),
}

/** The functions of the test contract. */
export const testModels: Models = { things }
