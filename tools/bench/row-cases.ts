import type { Database } from 'better-sqlite3'
import { contract } from '../../src-shared/contract/contract.ts'
import type { InputOf } from '../../src-shared/contract/operation.ts'
import { reading } from '../../src-main/database/model.ts'
import { runRows } from '../../src-main/models/run-rows.ts'
import type { BenchCase, Form } from './bench-case.ts'
import type { BenchFile } from './bench-file.ts'
import { rowSummaryCases } from './row-summary-cases.ts'

type Asked = InputOf<typeof contract.runRows.readRunRows>

/** A page of 200 runs, and the forms of it by hand: each a condition, and an order. */
interface PageQuestion {
  readonly name: string
  readonly asked: Asked
  readonly where?: string
  /** What `ORDER BY` says, before the id. */
  readonly order: string
  /** The runs that can be on the page, in SQL of `flow_run r`, where that is quicker. */
  readonly first?: string
}

const start = 'coalesce(r.start_time, r.expected_start_time)'
const newestFirst = `${start} DESC`
const failed = { state: { type: { any_: ['FAILED' as const] } } }
/** The 200 that started last, and those that are to start after them. */
const edge = `(SELECT start_time FROM flow_run WHERE start_time IS NOT NULL
  ORDER BY start_time DESC LIMIT 1 OFFSET 199)`
const newest = `(r.start_time >= ${edge} OR (+r.start_time IS NULL AND r.expected_start_time >= ${edge}))`

const pages: readonly PageQuestion[] = [
  { name: 'the newest runs', asked: { filters: {} }, order: newestFirst, first: newest },
  {
    name: 'by name',
    asked: { filters: {}, sort: { column: 'name', descending: false } },
    order: 'r.name',
  },
  {
    name: 'by flow',
    asked: { filters: {}, sort: { column: 'flow', descending: false } },
    order: 'f.name IS NULL, f.name',
  },
  {
    name: 'by run count, the highest first',
    asked: { filters: {}, sort: { column: 'runCount', descending: true } },
    order: 'r.run_count DESC',
  },
  {
    name: 'the newest that failed',
    asked: { filters: { flow_runs: failed } },
    where: "r.state_type = 'FAILED'",
    order: newestFirst,
  },
  {
    name: 'the newest with a failed task run',
    asked: { filters: { task_runs: failed } },
    where: "r.id IN (SELECT flow_run_id FROM task_run WHERE state_type = 'FAILED')",
    order: newestFirst,
  },
]

const names = 'f.name AS flow, d.name AS deployment, p.name AS pool'
const joined = `flow_run r LEFT JOIN flow f ON f.id = r.flow_id
  LEFT JOIN deployment d ON d.id = r.deployment_id
  LEFT JOIN work_queue q ON q.id = r.work_queue_id LEFT JOIN work_pool p ON p.id = q.work_pool_id`

function pageForm(byHand: Database, name: string, question: PageQuestion): Form {
  const conditions = [question.where, question.first].filter((part) => part !== undefined)
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const page = `SELECT r.id FROM ${joined} ${where} ORDER BY ${question.order}, r.id LIMIT 200`
  const statement = byHand.prepare(`SELECT r.*, ${names} FROM (${page}) AS page
    CROSS JOIN ${joined} WHERE r.id = page.id`)
  return { name, run: () => statement.all() }
}

function pageCase({ connection, byHand }: BenchFile, question: PageQuestion): BenchCase {
  const input = contract.runRows.readRunRows.input.parse(question.asked)
  const { first, ...plain } = question
  return {
    operation: 'runRows.readRunRows',
    question: question.name,
    model: () => runRows.readRunRows(reading(connection.db), input),
    comparable: (answer) => (answer as { id: string }[]).map(({ id }) => id),
    forms: [
      pageForm(byHand, 'a sort of all', plain),
      ...(first ? [pageForm(byHand, 'two indexes', question)] : []),
    ],
  }
}

/** The screens' own rows, and what is counted and offered beside them. */
export function rowCases(file: BenchFile): BenchCase[] {
  return [...pages.map((question) => pageCase(file, question)), ...rowSummaryCases(file)]
}
