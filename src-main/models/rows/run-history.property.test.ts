import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import { openConnection } from '../../database/connection.ts'
import { reading } from '../../database/model.ts'
import { buildDatabase } from '../../testing/build-database.ts'
import { storedTime } from '../../testing/stored-forms.ts'
import { runRows } from '../run-rows.ts'

/** Another seed asks other questions; a failure names the one it was found with. */
const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261121)
const noon = Date.UTC(2026, 10, 1, 12)
/** Within three days, often on the edge of an hour. */
const moment = fc
  .tuple(fc.integer({ min: -144, max: 144 }), fc.constantFrom(-1, 0, 1, 1234))
  .map(([halfHours, more]) => noon + halfHours * 1_800_000 + more)
const run = fc.record({
  state: fc.constantFrom('COMPLETED' as const, 'FAILED' as const, null),
  start: fc.option(moment, { freq: 2 }),
  expected: fc.option(moment, { freq: 2 }),
})
const question = fc.record({
  from: moment,
  length: fc.integer({ min: 0, max: 6 * 86_400_000 }),
  unit: fc.constantFrom('day' as const, 'hour' as const),
  minutesEast: fc.constantFrom(0, 60, 330, -210, -900, 900),
})

type Run = typeof run extends fc.Arbitrary<infer T> ? T : never
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never

/** What the history says, counted one by one. */
function naiveHistory(
  runs: readonly Run[],
  { from, length, unit, minutesEast }: Question,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state, start, expected } of runs) {
    const time = start ?? expected
    if (time === null || time < from || time >= from + length) continue
    const local = new Date(time + minutesEast * 60_000).toISOString()
    const key = `${local.slice(0, unit === 'day' ? 10 : 13)} ${state}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const withIndex = () => {}
const withoutIndex = (file: ReturnType<typeof buildDatabase>) =>
  file.run('DROP INDEX ix_flow_run__state_type_coalesce_start_time')

test.each([
  ['with the index of states and starts', withIndex],
  ['without it, as Prefect before 3.8.8', withoutIndex],
])('a history counts each run where it started, %s', async (_name, prepare) => {
  const runs = fc.array(run, { minLength: 10, maxLength: 40 })
  const questions = fc.array(question, { minLength: 10, maxLength: 10 })
  const property = fc.asyncProperty(runs, questions, async (given, asked) => {
    const file = buildDatabase()
    prepare(file)
    file.fill(() => {
      const flow_id = file.add.flow().id
      for (const { state, start, expected } of given) {
        file.add.flowRun({
          flow_id,
          state_type: state,
          start_time: start === null ? null : storedTime(start),
          expected_start_time: expected === null ? null : storedTime(expected),
        })
      }
    })
    const connection = openConnection({ path: file.path, mode: 'reader' })
    try {
      for (const one of asked) {
        const input = contract.runRows.readRunHistory.input.parse({
          filters: {},
          from: new Date(one.from).toISOString(),
          before: new Date(one.from + one.length).toISOString(),
          unit: one.unit,
          minutesEast: one.minutesEast,
        })
        const history = await runRows.readRunHistory(reading(connection.db), input)
        const counts = history.map(({ at, stateType, count }) => [`${at} ${stateType}`, count])
        expect(Object.fromEntries(counts)).toEqual(naiveHistory(given, one))
      }
    } finally {
      connection.close()
      file.remove()
    }
  })
  await fc.assert(property, { seed, numRuns: 12 })
})
