import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { testId } from '../testing/row-writer.ts'
import type { TableName } from '../testing/rows.ts'

const database = freshDatabase()
const { flows, concurrencyLimits: v1, concurrencyLimitsV2: v2 } = database.run

const beyond = 2n ** 53n

/** Writes a value into the first row of a table, whatever the column is for. */
function spoil(table: TableName, column: string, value: unknown): void {
  const first = `(SELECT min(rowid) FROM "${table}")`
  database.file.run(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ${first}`, value)
}

function unreadable(table: TableName, column: string): object {
  const details = { table, column, id: testId(table, 1) }
  return { code: 'data_unreadable', details }
}

describe('a flow', () => {
  test.each([
    ['tags', '["a"'],
    ['tags', ''],
    ['tags', '[1]'],
    ['tags', '{"a": 1}'],
    ['tags', 'null'],
    ['tags', 5],
    ['labels', '{"a": '],
    ['labels', '[]'],
    ['labels', '"text"'],
    ['labels', 7],
    ['labels', '{"a": null}'],
    ['labels', '{"a": {"b": 1}}'],
    ['labels', '{"a": NaN}'],
    ['created', '2026-02-30 00:00:00.000000'],
    ['created', '2026-01-01 24:00:00.000000'],
    ['created', '0000-01-01 00:00:00.000000'],
    ['updated', 'yesterday'],
    ['updated', ''],
    ['updated', 1_700_000_000],
    ['name', Buffer.from('etl')],
  ])('with %s %j is told by table, column and id', async (column, value) => {
    const { id, name } = database.file.add.flow()
    spoil('flow', column, value)
    const error = unreadable('flow', column)
    await expect(flows.readFlow({ flow_id: id })).rejects.toMatchObject(error)
    await expect(flows.readFlows({})).rejects.toMatchObject(error)
    if (column === 'name') return
    await expect(flows.readFlowByName({ name })).rejects.toMatchObject(error)
    await expect(flows.createFlow({ name })).rejects.toMatchObject(error)
  })

  test('is told by readFlowLabels for its labels alone', async () => {
    const { id } = database.file.add.flow({ labels: { a: 1 } })
    spoil('flow', 'tags', '[')
    expect(await flows.readFlowLabels({ flow_id: id })).toEqual({ a: 1 })
    spoil('flow', 'labels', '[')
    const call = flows.readFlowLabels({ flow_id: id })
    await expect(call).rejects.toMatchObject(unreadable('flow', 'labels'))
  })

  test('leaves what does not read it at work', async () => {
    const { id } = database.file.add.flow()
    const good = database.file.add.flow({ name: 'good', tags: ['x'] })
    spoil('flow', 'tags', '["x"')
    expect((await flows.readFlow({ flow_id: good.id }))?.name).toBe('good')
    expect(await flows.countFlows({})).toBe(2)
    const tagged = await flows.readFlows({ flows: { tags: { all_: ['x'] } } })
    expect(tagged.map((flow) => flow.name)).toEqual(['good'])
    expect(await flows.updateFlow({ flow_id: good.id, flow: { tags: [] } })).toBe(true)
    await flows.createFlow({ name: 'new' })
    expect(await flows.deleteFlow({ flow_id: id })).toBe(true)
    expect((await flows.readFlows({})).map((flow) => flow.name)).toEqual(['good', 'new'])
  })

  test.each(['flow_run', 'task_run', 'deployment'] as const)(
    'is found by its other rows where the tags of a %s are broken',
    async (table) => {
      const { add } = database.file
      for (const name of ['bad', 'good']) {
        const flow = add.flow({ name })
        add.deployment({ flow_id: flow.id, tags: ['x'] })
        add.taskRun({
          flow_run_id: add.flowRun({ flow_id: flow.id, tags: ['x'] }).id,
          tags: ['x'],
        })
      }
      spoil(table, 'tags', '["x"')
      const found = await flows.readFlows({ [`${table}s`]: { tags: { all_: ['x'] } } })
      expect(found.map((flow) => flow.name)).toEqual(['good'])
    },
  )
})

describe('a V1 limit', () => {
  test.each([
    ['active_slots', '["a"'],
    ['active_slots', '{}'],
    ['active_slots', '[1]'],
    ['concurrency_limit', beyond],
    ['concurrency_limit', 'many'],
    ['concurrency_limit', 1.5],
    ['created', '2026-13-01 00:00:00.000000'],
    ['updated', 5],
  ])('with %s %s is told by table, column and id', async (column, value) => {
    const { id, tag } = database.file.add.concurrencyLimit()
    spoil('concurrency_limit', column, value)
    const before = database.file.rows('concurrency_limit')
    const error = unreadable('concurrency_limit', column)
    const calls = [
      () => v1.readConcurrencyLimit({ concurrency_limit_id: id }),
      () => v1.readConcurrencyLimitByTag({ tag }),
      () => v1.readConcurrencyLimits({}),
      () => v1.filterConcurrencyLimitsForOrchestration({ tags: [tag] }),
      () => v1.resetConcurrencyLimitByTag({ tag }),
    ]
    for (const call of calls) await expect(call()).rejects.toMatchObject(error)
    expect(database.file.rows('concurrency_limit')).toEqual(before)
  })

  test('is left as it was by the upsert that cannot answer it', async () => {
    const { tag } = database.file.add.concurrencyLimit()
    spoil('concurrency_limit', 'active_slots', '[')
    const before = database.file.rows('concurrency_limit')
    const call = v1.createConcurrencyLimit({ tag, concurrency_limit: 9 })
    await expect(call).rejects.toMatchObject(unreadable('concurrency_limit', 'active_slots'))
    expect(database.file.rows('concurrency_limit')).toEqual(before)
  })

  test('leaves the others at work, and can be deleted', async () => {
    const { id } = database.file.add.concurrencyLimit({ tag: 'bad' })
    database.file.add.concurrencyLimit({ tag: 'good', active_slots: ['x'] })
    spoil('concurrency_limit', 'active_slots', '[')
    expect((await v1.resetConcurrencyLimitByTag({ tag: 'good' }))?.active_slots).toEqual([])
    await v1.createConcurrencyLimit({ tag: 'new', concurrency_limit: 1 })
    expect(await v1.deleteConcurrencyLimit({ concurrency_limit_id: id })).toBe(true)
    expect((await v1.readConcurrencyLimits({})).map((limit) => limit.tag)).toEqual(['good', 'new'])
  })
})

describe('a V2 limit', () => {
  test.each([
    ['limit', beyond],
    ['active_slots', beyond],
    ['active_slots', 'two'],
    ['denied_slots', 0.5],
    ['active', 'yes'],
    ['slot_decay_per_second', 'slow'],
    ['avg_slot_occupancy_seconds', Infinity],
    ['created', '2026-02-30 00:00:00.000000'],
    ['updated', 'yesterday'],
  ])('with %s %s is told by table, column and id', async (column, value) => {
    const { id, name } = database.file.add.concurrencyLimitV2()
    spoil('concurrency_limit_v2', column, value)
    const error = unreadable('concurrency_limit_v2', column)
    const calls = [
      () => v2.readConcurrencyLimit({ concurrency_limit_id: id }),
      () => v2.readConcurrencyLimit({ name }),
      () => v2.readAllConcurrencyLimits({}),
    ]
    for (const call of calls) await expect(call()).rejects.toMatchObject(error)
  })

  test.each([
    ['active_slots', 'two'],
    ['active_slots', beyond],
    ['slot_decay_per_second', 'slow'],
    ['updated', 'yesterday'],
  ])('whose decay cannot be counted for its %s %s is not updated', async (column, value) => {
    const { name } = database.file.add.concurrencyLimitV2()
    spoil('concurrency_limit_v2', column, value)
    const before = database.file.rows('concurrency_limit_v2')
    const call = v2.updateConcurrencyLimit({ name, concurrency_limit: { active: false } })
    await expect(call).rejects.toMatchObject(unreadable('concurrency_limit_v2', column))
    expect(database.file.rows('concurrency_limit_v2')).toEqual(before)
  })

  test('is mended by a reset, or by an update of what is broken', async () => {
    const { name } = database.file.add.concurrencyLimitV2()
    spoil('concurrency_limit_v2', 'active_slots', 'two')
    expect((await v2.resetConcurrencyLimit({ name }))?.active_slots).toBe(0)
    spoil('concurrency_limit_v2', 'limit', beyond)
    await v2.updateConcurrencyLimit({ name, concurrency_limit: { limit: 5 } })
    expect((await v2.readConcurrencyLimit({ name }))?.limit).toBe(5)
  })

  test('leaves the others at work, and can be deleted', async () => {
    const bad = database.file.add.concurrencyLimitV2({ name: 'bad' })
    database.file.add.concurrencyLimitV2({ name: 'good', active_slots: 1 })
    spoil('concurrency_limit_v2', 'limit', beyond)
    expect((await v2.resetConcurrencyLimit({ name: 'good' }))?.active_slots).toBe(0)
    const concurrency_limit = { limit: 4 }
    expect(await v2.updateConcurrencyLimit({ name: 'good', concurrency_limit })).toBe(true)
    expect(await v2.deleteConcurrencyLimit({ name: bad.name })).toBe(true)
    expect((await v2.readAllConcurrencyLimits({})).map((limit) => limit.name)).toEqual(['good'])
  })
})

describe('what Prefect reads although it would not write it', () => {
  test.each([
    ['2026-01-02 03:04:05', '2026-01-02T03:04:05.000000Z'],
    ['2026-01-02 03:04:05.123', '2026-01-02T03:04:05.123000Z'],
    ['2026-01-02T03:04:05.123456', '2026-01-02T03:04:05.123456Z'],
    ['2026-01-02 03:04:05.5Z', '2026-01-02T03:04:05.500000Z'],
    ['2026-01-02 03:04:05.000000+02:00', '2026-01-02T01:04:05.000000Z'],
    ['2024-02-29 00:00:00.000000', '2024-02-29T00:00:00.000000Z'],
  ])('the time %s is answered as %s', async (stored, answer) => {
    const { id } = database.file.add.flow({ created: stored })
    expect((await flows.readFlow({ flow_id: id }))?.created).toBe(answer)
  })

  test('JSON without blanks, with blanks more, or with characters unescaped', async () => {
    const { id } = database.file.add.flow({ tags: ' [ "é","b"\n] ', labels: '{"ü":1}' })
    const flow = await flows.readFlow({ flow_id: id })
    expect(flow).toMatchObject({ tags: ['é', 'b'], labels: { ü: 1 } })
  })
})
