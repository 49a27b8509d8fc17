import { reading } from '../../src-main/database/model.ts'
import { flowStatistics } from '../../src-main/models/flow-statistics.ts'
import type { FlowStatistics } from '../../src-shared/contract/schemas/flow-statistics.ts'
import type { BenchCase, Form } from './bench-case.ts'
import type { BenchFile } from './bench-file.ts'

/** Number of runs and the last start, by flow: what every form can say. */
type Summary = readonly [flow: string, runs: number, last: string | null][]

interface Group {
  flow_id: string
  runs: number
  last: string | null
}

function inOrder(rows: Summary): Summary {
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function ofModel(answer: unknown): Summary {
  const flows = (answer as FlowStatistics[]).filter(({ runs }) => Object.keys(runs).length > 0)
  return inOrder(
    flows.map(({ flowId, runs, lastRun }) => [
      flowId,
      Object.values(runs).reduce((sum, count) => sum + count, 0),
      lastRun?.time ?? null,
    ]),
  )
}

function ofForm(rows: unknown): Summary {
  return inOrder(
    (rows as Group[]).map(({ flow_id, runs, last }) => [
      flow_id,
      runs,
      last === null ? null : `${last.replace(' ', 'T')}Z`,
    ]),
  )
}

function form(byHand: BenchFile['byHand'], name: string, sql: string): Form {
  const statement = byHand.prepare(sql)
  return { name, run: () => statement.all() }
}

/**
 * The question behind the flow table's computed columns, against hand-written SQL that answers the
 * heaviest part of it: the runs of every flow by state, and the last start.
 */
export function statisticsCase({ connection, byHand }: BenchFile): BenchCase {
  const db = reading(connection.db)
  const summed = 'SELECT flow_id, sum(n) AS runs, max(last) AS last FROM'
  const grouped = 'flow_id, state_type, count(*) AS n, max(start_time) AS last FROM flow_run'
  return {
    operation: 'flowStatistics.readFlowStatistics',
    question: 'every flow',
    model: () => flowStatistics.readFlowStatistics(db, {}),
    comparable: (answer) =>
      Array.isArray(answer) && 'flowId' in (answer[0] as object) ? ofModel(answer) : ofForm(answer),
    forms: [
      form(byHand, 'grouped', `${summed} (SELECT ${grouped} GROUP BY 1, 2) GROUP BY 1`),
      form(
        byHand,
        'grouped, by the index of the flow',
        `${summed} (SELECT ${grouped} INDEXED BY ix_flow_run__flow_id GROUP BY 1, 2) GROUP BY 1`,
      ),
      form(
        byHand,
        'a question a flow',
        `SELECT flow.id AS flow_id,
          (SELECT count(*) FROM flow_run WHERE flow_id = flow.id) AS runs,
          (SELECT max(start_time) FROM flow_run WHERE flow_id = flow.id) AS last
        FROM flow WHERE EXISTS (SELECT 1 FROM flow_run WHERE flow_id = flow.id)`,
      ),
    ],
  }
}
