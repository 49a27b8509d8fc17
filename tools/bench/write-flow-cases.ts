import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { flows } from '../../src-main/models/flows.ts'
import type { BenchCase, Form } from './bench-case.ts'
import type { ScratchFile } from './bench-file.ts'
import { flowOf, flowSource, type FlowRow } from './by-hand.ts'
import { storedNow } from '../../src-main/database/codecs.ts'
import { addFlow, command, inTransaction, withoutIdentity } from './writing.ts'

const name = 'a flow of the benchmark'
const tags = ['nightly', 'team-1']

/** The writes to flows, each one committed. */
export function writeFlowCases(file: ScratchFile): BenchCase[] {
  return [createCase(file), updateCase(file), deleteCase(file), deleteManyCase(file)]
}

function createCase({ connection, byHand, setUp }: ScratchFile): BenchCase {
  const remove = setUp.prepare('DELETE FROM flow WHERE name = ?')
  return {
    operation: 'flows.createFlow',
    question: 'a new flow',
    before: () => remove.run(name),
    model: () => command(connection, (db) => flows.createFlow(db, { name, tags })),
    forms: createForms(byHand),
    comparable: withoutIdentity,
  }
}

function createForms(byHand: Database): Form[] {
  const { columns } = flowSource
  const insert = `INSERT INTO flow (id, created, updated, name, tags) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (name) DO NOTHING`
  const inserting = byHand.prepare(insert)
  const returning = byHand.prepare<unknown[], FlowRow>(`${insert} RETURNING *`)
  const reading = byHand.prepare<[string], FlowRow>(`SELECT ${columns} FROM flow WHERE name = ?`)
  const row = (): unknown[] => {
    const time = storedNow()
    return [randomUUID(), time, time, name, '["nightly", "team-1"]']
  }
  const give = (found: FlowRow | undefined): unknown => found && flowOf(found)
  return [
    inTransaction(byHand, 'insert, read', () => {
      inserting.run(row())
      return give(reading.get(name))
    }),
    inTransaction(byHand, 'insert returning', () =>
      give(returning.get(row()) ?? reading.get(name)),
    ),
    inTransaction(byHand, 'read, insert, read', () => {
      if (!reading.get(name)) inserting.run(row())
      return give(reading.get(name))
    }),
  ]
}

function updateCase({ connection, byHand, setUp }: ScratchFile): BenchCase {
  const id = String(setUp.prepare('SELECT id FROM flow ORDER BY id LIMIT 1').pluck().get())
  const update = `UPDATE flow SET tags = ?, updated = strftime('%Y-%m-%d %H:%M:%f000', 'now')
    WHERE id = ?`
  const updating = byHand.prepare(update)
  const returning = byHand.prepare(`${update} RETURNING id`)
  const reading = byHand.prepare('SELECT id FROM flow WHERE id = ?')
  const values = ['["nightly", "team-1"]', id]
  return {
    operation: 'flows.updateFlow',
    question: 'the tags',
    model: () => command(connection, (db) => flows.updateFlow(db, { flow_id: id, flow: { tags } })),
    forms: [
      inTransaction(byHand, 'update', () => updating.run(values).changes > 0),
      inTransaction(byHand, 'update returning', () => returning.get(values) !== undefined),
      inTransaction(
        byHand,
        'read, update',
        () => reading.get(id) !== undefined && updating.run(values).changes > 0,
      ),
    ],
  }
}

const removedId = '00000000-0000-4000-8000-00000000b000'

function deleteCase({ connection, byHand, setUp }: ScratchFile): BenchCase {
  const deleting = byHand.prepare('DELETE FROM flow WHERE id = ?')
  const returning = byHand.prepare('DELETE FROM flow WHERE id = ? RETURNING id')
  const reading = byHand.prepare('SELECT id FROM flow WHERE id = ?')
  return {
    operation: 'flows.deleteFlow',
    question: 'with 100 runs',
    before: () => addFlow(setUp, removedId, 100),
    model: () => command(connection, (db) => flows.deleteFlow(db, { flow_id: removedId })),
    forms: [
      inTransaction(byHand, 'delete', () => deleting.run(removedId).changes > 0),
      inTransaction(byHand, 'delete returning', () => returning.get(removedId) !== undefined),
      inTransaction(
        byHand,
        'read, delete',
        () => reading.get(removedId) !== undefined && deleting.run(removedId).changes > 0,
      ),
    ],
  }
}

function deleteManyCase({ connection, byHand, setUp }: ScratchFile): BenchCase {
  const ids = Array.from(
    { length: 10 },
    (_, index) => `00000000-0000-4000-8000-00000000b00${index}`,
  )
  const places = `(${ids.map(() => '?').join(', ')})`
  const listed = '(SELECT value FROM json_each(?))'
  const statements = (list: string) => ({
    found: byHand.prepare(`SELECT id FROM flow WHERE id IN ${list} ORDER BY id`).pluck(),
    deployments: byHand.prepare(`DELETE FROM deployment WHERE flow_id IN ${list}`),
    flows: byHand.prepare(`DELETE FROM flow WHERE id IN ${list}`),
  })
  const run = (by: ReturnType<typeof statements>, values: readonly string[]): unknown => {
    const found = by.found.all(values)
    by.deployments.run(values)
    by.flows.run(values)
    return found
  }
  const [byPlaces, byJson, single] = [statements(places), statements(listed), statements('(?)')]
  return {
    operation: 'flows.deleteFlows',
    question: 'ten, with 10 runs each',
    before: () => {
      for (const id of ids) addFlow(setUp, id, 10)
    },
    model: () => command(connection, (db) => flows.deleteFlows(db, { flow_ids: ids })),
    forms: [
      inTransaction(byHand, 'bound list', () => run(byPlaces, ids)),
      inTransaction(byHand, 'JSON list', () => run(byJson, [JSON.stringify(ids)])),
      inTransaction(byHand, 'one by one', () => ids.flatMap((id) => run(single, [id]))),
    ],
  }
}
