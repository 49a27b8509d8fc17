import { beforeEach, describe, expect, test } from 'vitest'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { InputOf } from '../../src-shared/contract/operation.ts'
import type { SlotLedger } from '../../src-shared/contract/schemas/slot-ledger.ts'
import type { EventGiven, EventResource } from '../testing/builders.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { assertNoScan } from '../testing/query-plan.ts'
import type { Rows } from '../testing/rows.ts'
import { testId } from '../testing/row-writer.ts'
import { slotLedger } from './slot-ledger.ts'

const database = freshDatabase()
const limitId = testId('concurrency_limit_v2', 1)
const gone = testId('task_run', 900)

function ledger(
  more: Partial<InputOf<typeof contract.slotLedger.readSlotLedger>> = {},
): Promise<SlotLedger> {
  return database.run.slotLedger.readSlotLedger({ concurrency_limit_id: limitId, ...more })
}

function related(role: 'task-run' | 'flow-run' | 'tag', id: string): EventResource {
  return { 'prefect.resource.id': `prefect.${role}.${id}`, 'prefect.resource.role': role }
}

function take(given: EventGiven = {}): Rows['events'] {
  return database.file.add.event({
    event: 'prefect.concurrency-limit.acquired',
    resource_id: `prefect.concurrency-limit.${limitId}`,
    resource: { 'prefect.resource.name': 'tag:gpu', 'slots-acquired': '1', limit: '2' },
    ...given,
  })
}

function giveBack(taken: Rows['events'], given: EventGiven = {}): Rows['events'] {
  return take({ event: 'prefect.concurrency-limit.released', follows: taken.id, ...given })
}

function iso(stored: string): string {
  return `${stored.replace(' ', 'T')}Z`
}

function holders(number: number): EventResource[] {
  return [
    related('task-run', testId('task_run', number)),
    related('flow-run', testId('flow_run', number)),
  ]
}

/** Writes a value into an event's column, whatever the column is for. */
function spoil(event: Rows['events'], column: string, value: unknown): void {
  database.file.run(`UPDATE events SET "${column}" = ? WHERE id = ?`, value, event.id)
}

test('a file without events knows nothing', async () => {
  expect(await ledger()).toEqual({
    acquisitions: [],
    acquiredCount: 0,
    releasedCount: 0,
    openSlots: 0,
    oldestEvent: null,
  })
})

test('the oldest event is one of any kind', async () => {
  const first = database.file.add.event({ event: 'prefect.flow-run.heartbeat' })
  take()
  expect((await ledger()).oldestEvent).toBe(iso(first.occurred))
})

describe('an acquisition', () => {
  test('is open while no release follows it', async () => {
    const taken = take()
    expect(await ledger()).toMatchObject({
      acquisitions: [
        { eventId: taken.id, acquired: iso(taken.occurred), released: null, slots: 1 },
      ],
      acquiredCount: 1,
      releasedCount: 0,
      openSlots: 1,
    })
  })

  test('is ended by the release that follows it', async () => {
    const taken = take()
    const back = giveBack(taken)
    expect(await ledger()).toMatchObject({
      acquisitions: [{ eventId: taken.id, released: iso(back.occurred) }],
      acquiredCount: 1,
      releasedCount: 1,
      openSlots: 0,
    })
  })

  test('is of its own limit alone', async () => {
    const resource_id = `prefect.concurrency-limit.${testId('concurrency_limit_v2', 2)}`
    giveBack(take(), { resource_id })
    take({ resource_id })
    expect(await ledger()).toMatchObject({ acquiredCount: 1, releasedCount: 0, openSlots: 1 })
  })

  test('counts the slots it took', async () => {
    take({ resource: { 'slots-acquired': '3' } })
    take({ resource: { 'slots-acquired': '2' } })
    giveBack(take({ resource: { 'slots-acquired': '4' } }), { resource: {} })
    const { acquisitions, openSlots } = await ledger()
    expect(acquisitions.map(({ slots }) => slots)).toEqual([2, 3, 4])
    expect(openSlots).toBe(5)
  })
})

describe('the list', () => {
  test('has the open ones first, each part with the newest first', async () => {
    const [a, b, c, d] = [take(), take(), take(), take()]
    giveBack(c)
    giveBack(a)
    const { acquisitions } = await ledger()
    expect(acquisitions.map(({ eventId }) => eventId)).toEqual([d.id, b.id, a.id, c.id])
  })

  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [2, 2, 0],
    [3, 2, 1],
    [9, 2, 2],
  ])(
    'of at most %d has %d open and %d ended; the counts are of all',
    async (limit, open, ended) => {
      take()
      giveBack(take())
      giveBack(take())
      take()
      const { acquisitions, ...counts } = await ledger({ limit })
      expect(acquisitions.filter(({ released }) => released === null)).toHaveLength(open)
      expect(acquisitions.filter(({ released }) => released !== null)).toHaveLength(ended)
      expect(counts).toMatchObject({ acquiredCount: 4, releasedCount: 2, openSlots: 2 })
    },
  )

  test('has 50 unless told otherwise', async () => {
    database.file.fill(() => Array.from({ length: 60 }, () => take()))
    expect((await ledger()).acquisitions).toHaveLength(50)
    expect((await ledger()).openSlots).toBe(60)
  })
})

describe('the holder', () => {
  let flowRun: Rows['flow_run']
  let taskRun: Rows['task_run']

  beforeEach(() => {
    const { add } = database.file
    flowRun = add.flowRun({ flow_id: add.flow().id, name: 'brisk-owl', state_type: 'RUNNING' })
    taskRun = add.taskRun({ flow_run_id: flowRun.id, name: 'train-0', state_type: 'COMPLETED' })
  })

  test('is the task run, in the state it is in now', async () => {
    take({
      related: [
        related('tag', 'gpu'),
        related('flow-run', flowRun.id),
        related('task-run', taskRun.id),
      ],
    })
    expect((await ledger()).acquisitions[0]?.holder).toEqual({
      taskRunId: taskRun.id,
      flowRunId: flowRun.id,
      name: 'train-0',
      stateType: 'COMPLETED',
      stateName: 'Completed',
    })
  })

  test.each([
    ['no task run took it', [], null],
    ['the task run is not in the database', [related('task-run', gone)], gone],
  ])('is the flow run where %s', async (_, more, taskRunId) => {
    take({ related: [...more, related('flow-run', flowRun.id)] })
    expect((await ledger()).acquisitions[0]?.holder).toEqual({
      taskRunId,
      flowRunId: flowRun.id,
      name: 'brisk-owl',
      stateType: 'RUNNING',
      stateName: 'Running',
    })
  })

  test('has no name and no state once its run is deleted', async () => {
    take({ related: [related('task-run', gone)] })
    expect((await ledger()).acquisitions[0]?.holder).toEqual({
      taskRunId: gone,
      flowRunId: null,
      name: null,
      stateType: null,
      stateName: null,
    })
  })

  test('is found for more of them than one statement binds', async () => {
    const runs = database.file.fill(() =>
      Array.from({ length: 40 }, () => database.file.add.taskRun()),
    )
    for (const { id } of runs) take({ related: [related('task-run', id)] })
    const names = (await ledger()).acquisitions.map(({ holder }) => holder.name)
    expect(names).toEqual(runs.map(({ name }) => name).toReversed())
  })

  test('is read for the ids of a V1 limit in their order, known or not', async () => {
    const other = database.file.add.taskRun({ name: 'train-1', state_type: 'RUNNING' })
    const task_run_ids = [other.id, 'not an id', taskRun.id]
    expect(await database.run.slotLedger.readSlotHolders({ task_run_ids })).toMatchObject([
      { taskRunId: other.id, name: 'train-1', stateType: 'RUNNING' },
      { taskRunId: 'not an id', name: null, stateType: null },
      { taskRunId: taskRun.id, name: 'train-0', stateType: 'COMPLETED' },
    ])
    expect(await database.run.slotLedger.readSlotHolders({ task_run_ids: [] })).toEqual([])
  })
})

describe('what Prefect would not write', () => {
  const nobody = { taskRunId: null, flowRunId: null, name: null, stateType: null, stateName: null }

  test.each(['', '{', '5', 'null', '{}', '[1, null, "a", []]', '[{"prefect.resource.id": 5}]'])(
    'as `related`, %j, names no holder',
    async (value) => {
      spoil(take(), 'related', value)
      expect((await ledger()).acquisitions[0]?.holder).toEqual(nobody)
    },
  )

  test('an id of another form names no holder', async () => {
    const id = { 'prefect.resource.id': 'gpu', 'prefect.resource.role': 'task-run' }
    take({ related: [id] })
    expect((await ledger()).acquisitions[0]?.holder).toEqual(nobody)
  })

  test.each([
    ['', 1],
    ['{', 1],
    ['[]', 1],
    ['{"slots-acquired": null}', 1],
    ['{"slots-acquired": 2}', 2],
    ['{"slots-acquired": "many"}', 0],
    ['{"slots-acquired": 1e400}', 2 ** 63],
  ])('as `resource`, %j, counts %d', async (value, slots) => {
    spoil(take(), 'resource', value)
    take()
    const { acquisitions, openSlots } = await ledger()
    expect(acquisitions[1]?.slots).toBe(slots)
    expect(openSlots).toBe(slots + 1)
  })

  test.each(['', 'yesterday', 1_700_000_000])(
    'as a time, %j, is left out of the list and counted all the same',
    async (value) => {
      spoil(take(), 'occurred', value)
      spoil(giveBack(take()), 'occurred', value)
      const { id } = take()
      const { acquisitions, acquiredCount, openSlots } = await ledger()
      expect(acquisitions.map(({ eventId }) => eventId)).toEqual([id])
      expect({ acquiredCount, openSlots }).toEqual({ acquiredCount: 3, openSlots: 2 })
    },
  )

  test('a release that follows nothing, or what is not there, ends nothing', async () => {
    take()
    giveBack(take(), { follows: null })
    giveBack(take(), { follows: testId('events', 900) })
    expect(await ledger()).toMatchObject({ acquiredCount: 3, releasedCount: 0, openSlots: 3 })
  })

  test('two releases of one acquisition are one', async () => {
    const taken = take()
    giveBack(taken)
    giveBack(taken)
    const { acquisitions, acquiredCount, releasedCount } = await ledger()
    expect(acquisitions).toHaveLength(1)
    expect({ acquiredCount, releasedCount }).toEqual({ acquiredCount: 1, releasedCount: 1 })
  })

  test('names and states that are no text are none', async () => {
    const { id } = database.file.add.taskRun()
    database.file.run('UPDATE task_run SET name = ?, state_name = ?', Buffer.from('x'), null)
    take({ related: [related('task-run', id)] })
    const holder = { name: null, stateType: 'COMPLETED', stateName: null }
    expect((await ledger()).acquisitions[0]?.holder).toMatchObject(holder)
  })
})

describe('reads no table that grows from end to end', () => {
  test('for the ledger', async () => {
    for (let count = 0; count < 40; count += 1) giveBack(take({ related: holders(count) }))
    take({ related: holders(99) })
    const { path } = database.file
    const input = { concurrency_limit_id: limitId, limit: 50 }
    const run = assertNoScan({ path, run: (db) => slotLedger.readSlotLedger(db, input) })
    await expect(run).resolves.toBeUndefined()
  })

  test('for the holders of a V1 limit', async () => {
    const { path } = database.file
    for (const length of [1, 40]) {
      const task_run_ids = Array.from({ length }, (_, index) => testId('task_run', index))
      const run = assertNoScan({
        path,
        run: (db) => slotLedger.readSlotHolders(db, { task_run_ids }),
      })
      await expect(run).resolves.toBeUndefined()
    }
  })
})
