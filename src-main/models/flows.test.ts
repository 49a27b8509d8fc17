import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { testId } from '../testing/row-writer.ts'

const database = freshDatabase()
const { flows } = database.run

const past = '2020-02-03 04:05:06.123456'
const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const storedMillisecond = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}000$/

/** The one flow there is, as it is stored. */
function onlyRow(): ReturnType<typeof database.file.rows<'flow'>>[number] {
  const [row, ...others] = database.file.rows('flow')
  expect(others).toEqual([])
  if (!row) throw new Error('there is no flow')
  return row
}

/** How far a stored moment is from the clock, in seconds. */
function secondsFromNow(stored: string): number {
  return Math.abs(Date.now() - Date.parse(`${stored.replace(' ', 'T')}Z`)) / 1000
}

describe('createFlow', () => {
  test('answers the flow it inserted', async () => {
    const flow = await flows.createFlow({ name: 'etl', tags: ['b', 'a'], labels: { team: 'x' } })
    expect(flow).toMatchObject({ name: 'etl', tags: ['b', 'a'], labels: { team: 'x' } })
    expect(await flows.readFlow({ flow_id: flow.id })).toEqual(flow)
  })

  test('stores a new version 4 id in lower case, and the present in both times', async () => {
    const { id } = await flows.createFlow({ name: 'etl' })
    const row = onlyRow()
    expect(row.id).toBe(id)
    expect(row.id).toMatch(uuid4)
    for (const time of [row.created, row.updated]) {
      expect(time).toMatch(storedMillisecond)
      expect(secondsFromNow(time)).toBeLessThan(60)
    }
  })

  test('answers times in ISO 8601, UTC, with six fraction digits', async () => {
    const { created, updated } = await flows.createFlow({ name: 'etl' })
    const row = onlyRow()
    expect(created).toBe(`${row.created.replace(' ', 'T')}Z`)
    expect(updated).toBe(`${row.updated.replace(' ', 'T')}Z`)
  })

  test('stores unset tags as an empty list and unset labels as NULL', async () => {
    const flow = await flows.createFlow({ name: 'etl' })
    expect(flow).toMatchObject({ tags: [], labels: null })
    expect(onlyRow()).toMatchObject({ tags: '[]', labels: null })
  })

  test.each([
    [null, null],
    [{}, '{}'],
    [
      { text: 'x', whole: 1, part: 1.5, yes: true },
      '{"text": "x", "whole": 1, "part": 1.5, "yes": true}',
    ],
  ])('stores the labels %j as %j', async (labels, stored) => {
    const flow = await flows.createFlow({ name: 'etl', labels })
    expect(flow.labels).toEqual(labels)
    expect(onlyRow().labels).toBe(stored)
  })

  test('writes JSON as Python does: blanks after comma and colon, all else escaped', async () => {
    const tags = ['über', '"', '\\', '\n', '🚀', '\u007f', '/']
    const labels = { größe: 'groß', b: 1 }
    const flow = await flows.createFlow({ name: 'etl', tags, labels })
    expect(flow).toMatchObject({ tags, labels })
    expect(onlyRow()).toMatchObject({
      tags: String.raw`["\u00fcber", "\"", "\\", "\n", "\ud83d\ude80", "\u007f", "/"]`,
      labels: String.raw`{"gr\u00f6\u00dfe": "gro\u00df", "b": 1}`,
    })
  })

  test('keeps the order of tags, doubles and the empty tag', async () => {
    const tags = ['b', '', 'a', 'b']
    expect((await flows.createFlow({ name: 'etl', tags })).tags).toEqual(tags)
  })

  test('leaves the flow of that name as it is and answers it', async () => {
    const before = database.file.add.flow({ name: 'etl', tags: ['old'], labels: null })
    const flow = await flows.createFlow({ name: 'etl', tags: ['new'], labels: { a: 1 } })
    expect(flow).toMatchObject({ id: before.id, tags: ['old'], labels: null })
    expect(onlyRow()).toEqual(before)
  })

  test.each(['ETL', 'etl ', ' etl'])('takes %j for another name than etl', async (name) => {
    const { id } = await flows.createFlow({ name: 'etl' })
    expect((await flows.createFlow({ name })).id).not.toBe(id)
    expect(database.file.rows('flow').map((row) => row.name)).toEqual(['etl', name])
  })
})

describe('updateFlow', () => {
  test('answers false for an id that is not there, and writes nothing', async () => {
    const before = database.file.add.flow()
    const answer = await flows.updateFlow({ flow_id: testId('flow', 9), flow: { tags: ['x'] } })
    expect(answer).toBe(false)
    expect(onlyRow()).toEqual(before)
  })

  test('sets the tags and moves `updated`, and nothing else', async () => {
    const before = database.file.add.flow({ tags: ['old'], labels: { a: 1 }, updated: past })
    expect(await flows.updateFlow({ flow_id: before.id, flow: { tags: ['é', 'x'] } })).toBe(true)
    const { updated, ...row } = onlyRow()
    expect({ ...row, updated: past }).toEqual({ ...before, tags: String.raw`["\u00e9", "x"]` })
    expect(updated).toMatch(storedMillisecond)
    expect(secondsFromNow(updated)).toBeLessThan(60)
  })

  test('moves `updated` even where nothing is set', async () => {
    const before = database.file.add.flow({ tags: ['kept'], updated: past })
    expect(await flows.updateFlow({ flow_id: before.id, flow: {} })).toBe(true)
    const { updated, ...row } = onlyRow()
    expect({ ...row, updated: past }).toEqual(before)
    expect(updated).not.toBe(past)
  })

  test('clears the tags with an empty list', async () => {
    const { id } = database.file.add.flow({ tags: ['old'] })
    await flows.updateFlow({ flow_id: id, flow: { tags: [] } })
    expect(onlyRow().tags).toBe('[]')
  })

  test('leaves the other flows alone', async () => {
    const [first, second] = [database.file.add.flow(), database.file.add.flow()]
    await flows.updateFlow({ flow_id: first.id, flow: { tags: ['x'] } })
    expect(database.file.rows('flow')[1]).toEqual(second)
  })
})

describe('readFlow', () => {
  test('answers the flow of that id', async () => {
    database.file.add.flow()
    const row = database.file.add.flow({ name: 'etl', tags: ['é'], updated: past })
    expect(await flows.readFlow({ flow_id: row.id })).toEqual({
      id: row.id,
      created: `${row.created.replace(' ', 'T')}Z`,
      updated: '2020-02-03T04:05:06.123456Z',
      name: 'etl',
      tags: ['é'],
      labels: {},
    })
  })

  test('answers null where there is none', async () => {
    expect(await flows.readFlow({ flow_id: testId('flow', 9) })).toBeNull()
  })

  test.each([
    (id: string) => id.toUpperCase(),
    (id: string) => id.replaceAll('-', ''),
    (id: string) => `{${id}}`,
    (id: string) => `urn:uuid:${id}`,
  ])('takes an id in every form that Python takes (%#)', async (form) => {
    const { id } = database.file.add.flow()
    expect((await flows.readFlow({ flow_id: form(id) }))?.id).toBe(id)
  })

  test('refuses a text that is no UUID, rather than find nothing', async () => {
    await expect(flows.readFlow({ flow_id: 'etl' })).rejects.toThrow('Not a UUID')
  })
})

describe('readFlowByName', () => {
  test('finds the exact name alone', async () => {
    const { id } = database.file.add.flow({ name: 'Etl %_' })
    expect((await flows.readFlowByName({ name: 'Etl %_' }))?.id).toBe(id)
    for (const name of ['etl %_', 'Etl %_ ', 'Etl', '%', ''])
      expect(await flows.readFlowByName({ name })).toBeNull()
  })
})

describe('readFlowLabels', () => {
  test.each([
    ['an object', '{"a": 1, "b": "x", "c": true, "d": 1.5}', { a: 1, b: 'x', c: true, d: 1.5 }],
    ['an empty object', '{}', {}],
    ['NULL', null, null],
    ["JSON's null", 'null', null],
  ])('answers %s as it is', async (_, stored, labels) => {
    const { id } = database.file.add.flow({ labels: stored })
    expect(await flows.readFlowLabels({ flow_id: id })).toEqual(labels)
  })

  test('answers null for a flow that is not there', async () => {
    expect(await flows.readFlowLabels({ flow_id: testId('flow', 9) })).toBeNull()
  })
})
