import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import { openConnection } from '../../database/connection.ts'
import { reading, type Reading } from '../../database/model.ts'
import { buildDatabase, type DatabaseFile } from '../../testing/build-database.ts'
import { testId } from '../../testing/row-writer.ts'
import { storedTime } from '../../testing/stored-forms.ts'
import { flowStatistics } from '../flow-statistics.ts'
import {
  naiveDurations,
  naiveHistories,
  naiveRelations,
  type NaiveRun,
} from '../../testing/naive/flow-statistics.ts'

const numRuns = Number(process.env.SLUICE_TEST_RUNS ?? 60)
const timeout = 60_000
const flows = 3
const tasks = 6

/** Near the end of a day, so that it is the next one in the east. */
const now = Date.UTC(2026, 10, 20, 22, 30)
const hour = 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
})

afterEach(() => vi.useRealTimers())

/** Midnight in UTC and an hour east of it, on this day and some days ago. */
const midnights = [0, 1, 4, 29, 30].flatMap((days) => [
  -(days * 24 + 22.5) * hour,
  -(days * 24 + 23.5) * hour,
])
const edges = [0, ...midnights].flatMap((at) => [at - 1, at, at + 1])

const moment = fc
  .oneof(fc.constantFrom(...edges), fc.integer({ min: -40 * 24 * hour, max: 2 * 24 * hour }))
  .chain((from) =>
    fc.constantFrom(0, 1, 499, 500, 999).map((micro) => storedTime(now + from, micro)),
  )

const time = fc.oneof(
  { weight: 8, arbitrary: fc.option(moment, { nil: null }) },
  { weight: 1, arbitrary: fc.constantFrom('', 'soon', '2026-11-1', '2026-11-19 29:00:00.000000') },
)

const duration = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 * 24 * hour }).map((ms) => storedTime(ms)) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(0, 12.5, '', 'long', '1970-01-01 00:00:02') },
)

const run = fc.record({
  flow: fc.integer({ min: 1, max: flows }),
  state: fc.constantFrom('COMPLETED', 'COMPLETED', 'FAILED', 'ODD', null),
  start: time,
  expected: time,
  duration,
  parent: fc.option(fc.integer({ min: 1, max: tasks + 1 }), { nil: null }),
})

const data = fc.record({
  runs: fc.array(run, { maxLength: 20 }),
  /** Of which run each task run is. */
  tasks: fc.array(fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }), {
    minLength: tasks,
    maxLength: tasks,
  }),
  days: fc.integer({ min: 1, max: 40 }),
  minutesEast: fc.constantFrom(0, 60, -480, 345, 840, -900),
})

type Data = typeof data extends fc.Arbitrary<infer T> ? T : never

function write(file: DatabaseFile, { runs, tasks: tasksOf }: Data): void {
  for (let flow = 1; flow <= flows; flow += 1) file.add.flow()
  for (const { flow, state, start, expected, duration: total } of runs) {
    const given = { flow_id: testId('flow', flow), state_id: null, state_type: state as never }
    const { id } = file.add.flowRun(given)
    // The builder works with the times, and these are not always some.
    file.run(
      'UPDATE flow_run SET start_time = ?, expected_start_time = ?, total_run_time = ? WHERE id = ?',
      start,
      expected,
      total,
      id,
    )
  }
  for (const of of tasksOf) {
    const flow_run_id = of !== null && of <= runs.length ? testId('flow_run', of) : null
    file.add.taskRun({ flow_run_id, state_id: null })
  }
  for (const [index, { parent }] of runs.entries()) {
    if (parent === null || parent > tasks) continue
    const [task, id] = [testId('task_run', parent), testId('flow_run', index + 1)]
    file.run('UPDATE flow_run SET parent_task_run_id = ? WHERE id = ?', task, id)
  }
}

function stored(file: DatabaseFile): NaiveRun[] {
  return file.rows('flow_run')
}

/** Asks the models of random data. */
async function check(
  compare: (db: Reading, file: DatabaseFile, given: Data) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(data, async (given) => {
      const file = buildDatabase()
      const connection = openConnection({ path: file.path, mode: 'reader' })
      try {
        file.fill(() => write(file, given))
        await compare(reading(connection.db), file, given)
      } finally {
        connection.close()
        file.remove()
      }
    }),
    { numRuns },
  )
}

test(
  'durations: the median of each flow, of what can be read',
  async () => {
    await check(async (db, file) => {
      const found = await flowStatistics.readFlowDurations(db, {})
      const byFlow = Object.fromEntries(found.map(({ flowId, ...rest }) => [flowId, rest]))
      expect(byFlow).toEqual(naiveDurations(stored(file)))
    })
  },
  timeout,
)

test(
  'histories: the runs of each day by the clock that is asked for',
  async () => {
    await check(async (db, file, { days, minutesEast }) => {
      const input = contract.flowStatistics.readFlowHistories.input.parse({ days, minutesEast })
      const found = await flowStatistics.readFlowHistories(db, input)
      const byFlow = Object.fromEntries(found.map(({ flowId, days: list }) => [flowId, list]))
      expect(byFlow).toEqual(naiveHistories(stored(file), { now, ...input }))
    })
  },
  timeout,
)

test(
  'relations: which flow ran under which, and how often',
  async () => {
    await check(async (db, file) => {
      const found = await flowStatistics.readFlowRelations(db, {})
      const pairs = found.flatMap(({ flowId, children }) =>
        children.map(({ id, runs }) => `${flowId} ${id} ${runs}`),
      )
      expect(pairs.toSorted()).toEqual(naiveRelations(stored(file), file.rows('task_run')))
      const back = found.flatMap(({ flowId, parents }) =>
        parents.map(({ id, runs }) => `${id} ${flowId} ${runs}`),
      )
      expect(back.toSorted()).toEqual(pairs.toSorted())
      for (const { parents, children } of found) {
        for (const list of [parents, children]) {
          const counts = list.map(({ runs }) => runs)
          expect(counts).toEqual(counts.toSorted((one, other) => other - one))
        }
      }
    })
  },
  timeout,
)

test(
  'statistics: whatever is stored, they are given',
  async () => {
    await check(async (db, file) => {
      const { output } = contract.flowStatistics.readFlowStatistics
      const found = output.parse(await flowStatistics.readFlowStatistics(db, {}))
      const all = found.flatMap(({ runs }) => Object.values(runs))
      expect(all.reduce((sum, count) => sum + count, 0)).toBe(stored(file).length)
    })
  },
  timeout,
)
