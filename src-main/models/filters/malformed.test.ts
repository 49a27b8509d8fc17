import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../../src-shared/errors/app-error.ts'
import { buildDatabase, type DatabaseFile } from '../../testing/build-database.ts'
import { modelAnswers, naiveAnswer, storedData } from '../../testing/compare-filters.ts'
import type { WireQuestion } from '../../testing/naive/wire.ts'

const broken = '["x", "y"'

let file: DatabaseFile

beforeEach(() => {
  file = buildDatabase()
})

afterEach(() => file.remove())

async function answerTo(question: WireQuestion): Promise<string[]> {
  const data = storedData(file)
  const [answer] = await modelAnswers(file, [question])
  expect(answer).toEqual(naiveAnswer(data, question))
  return (answer?.ids ?? []).map((id) => data.flow.find((flow) => flow.id === id)?.name ?? '')
}

async function failure(question: WireQuestion): Promise<unknown> {
  return modelAnswers(file, [question]).then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('JSON that cannot be read', () => {
  test('holds no tag, and is no empty list', async () => {
    const [bad, good] = ['bad', 'good'].map((name) => file.add.flow({ name }))
    for (const [flow, tags] of [
      [bad, broken],
      [good, ['x', 'y']],
    ] as const) {
      const flow_id = flow?.id ?? ''
      const run = file.add.flowRun({ flow_id, tags })
      file.add.taskRun({ flow_run_id: run.id, tags })
      file.add.deployment({ flow_id, tags })
    }
    for (const name of ['flow_runs', 'task_runs', 'deployments'] as const) {
      expect(await answerTo({ [name]: { tags: { all_: ['x'] } } })).toEqual(['good'])
      expect(await answerTo({ [name]: { tags: { is_null_: false } } })).toEqual(['bad', 'good'])
      expect(await answerTo({ [name]: { tags: { is_null_: true } } })).toEqual([])
    }
    for (const name of ['flow_runs', 'deployments'] as const)
      expect(await answerTo({ [name]: { tags: { any_: ['y', 'z'] } } })).toEqual(['good'])
  })

  test.each([broken, "['x']", '', 'x', '"', '{"x"', '[1', 'nul'])(
    'as %s breaks no other row',
    async (tags) => {
      const flow = file.add.flow({ name: 'bad' })
      file.add.flowRun({ flow_id: flow.id, tags })
      const other = file.add.flow({ name: 'good' })
      file.add.flowRun({ flow_id: other.id, tags: ['x'] })
      expect(await answerTo({ flow_runs: { tags: { any_: ['x'] } } })).toEqual(['good'])
      expect(await answerTo({ flow_runs: { tags: { all_: ['x'] } } })).toEqual(['good'])
    },
  )

  test('in `created_by` has no creator, and is not null', async () => {
    const creator = { id: 'd1000000-0000-4000-8000-000000000001', type: 'DEPLOYMENT' }
    for (const [name, created_by] of [
      ['bad', '{"type": "DEPLOYMENT"'],
      ['good', creator],
      ['none', null],
    ] as const)
      file.add.flowRun({ flow_id: file.add.flow({ name }).id, created_by })
    const ask = (created_by: object) => answerTo({ flow_runs: { created_by } })
    expect(await ask({ type_: ['DEPLOYMENT'] })).toEqual(['good'])
    expect(await ask({ id_: [creator.id] })).toEqual(['good'])
    expect(await ask({ is_null_: false })).toEqual(['bad', 'good'])
  })
})

describe('JSON of another shape', () => {
  test('an object is asked by its values for `all_`, by its keys for `any_`', async () => {
    const flow = file.add.flow({ name: 'a' })
    file.add.flowRun({ flow_id: flow.id, tags: '{"key": "value"}' })
    const ask = (tags: object) => answerTo({ flow_runs: { tags } })
    expect(await ask({ all_: ['value'] })).toEqual(['a'])
    expect(await ask({ all_: ['key'] })).toEqual([])
    expect(await ask({ any_: ['key'] })).toEqual(['a'])
    expect(await ask({ any_: ['value'] })).toEqual([])
  })

  test('a number is not the text of it, a single text is its own tag', async () => {
    const [number, text] = ['number', 'text'].map((name) => file.add.flow({ name }).id)
    file.add.flowRun({ flow_id: number ?? '', tags: '[1, true, null]' })
    file.add.flowRun({ flow_id: text ?? '', tags: '"1"' })
    const ask = (tags: object) => answerTo({ flow_runs: { tags } })
    expect(await ask({ any_: ['1', 'true', 'null'] })).toEqual(['text'])
    expect(await ask({ all_: ['1'] })).toEqual(['text'])
  })
})

describe('a flow that is answered', () => {
  const details = { table: 'flow', id: 'f1000000-0000-4000-8000-000000000001', column: 'tags' }

  test.each([broken, '["x", 1]', '{}', 'null', '1'])(
    'with the tags %s is data_unreadable',
    async (tags) => {
      file.add.flow({ name: 'bad', tags })
      const error = await failure({})
      expect(error).toBeInstanceOf(AppError)
      expect(error).toMatchObject({ code: 'data_unreadable', details })
    },
  )

  test('may have such tags where a filter or the page leaves it out', async () => {
    file.add.flow({ name: 'z-bad', tags: broken })
    file.add.flow({ name: 'good', tags: ['x'] })
    expect(await answerTo({ flows: { tags: { all_: ['x'] } } })).toEqual(['good'])
    expect(await answerTo({ limit: 1 })).toEqual(['good'])
    expect(await failure({ flows: { tags: { is_null_: false } } })).toMatchObject({ details })
  })
})
