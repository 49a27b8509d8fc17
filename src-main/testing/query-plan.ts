import BetterSqlite3 from 'better-sqlite3'
import { openConnection } from '../database/connection.ts'
import { reading, type Reading } from '../database/model.ts'

/** The tables that grow without bound: to read one from end to end takes seconds and more. */
export const growingTables = [
  'flow_run',
  'task_run',
  'flow_run_state',
  'task_run_state',
  'log',
  'events',
  'event_resources',
] as const

/** One of {@link growingTables}. */
export type GrowingTable = (typeof growingTables)[number]

/** The growing tables that a query reads from end to end, each with the reason why it must. */
export type AllowedScans = Partial<Record<GrowingTable, string>>

/** A statement as it was run. */
export interface RecordedStatement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** One step of a plan, in SQLite's words. */
export interface PlanStep {
  readonly detail: string
  /** The growing tables that the step reads from end to end. */
  readonly scans: readonly GrowingTable[]
}

/** Runs `run` on a reader of the file and answers every statement that it ran. */
export async function recordStatements(
  path: string,
  run: (db: Reading) => Promise<unknown>,
): Promise<RecordedStatement[]> {
  const statements: RecordedStatement[] = []
  const onStatement = (sql: string, parameters: readonly unknown[]): void => {
    statements.push({ sql, parameters })
  }
  const connection = openConnection({ path, mode: 'reader', onStatement })
  try {
    await run(reading(connection.db))
  } finally {
    connection.close()
  }
  return statements
}

/** What SQLite would do for a statement. Without statistics it does so whatever the rows are. */
export function queryPlan(path: string, { sql, parameters }: RecordedStatement): PlanStep[] {
  const database = new BetterSqlite3(path, { readonly: true })
  try {
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
    const aliases = aliasesIn(sql)
    return (steps as { detail: string }[]).map(({ detail }) => ({
      detail,
      scans: scansIn(detail, aliases),
    }))
  } finally {
    database.close()
  }
}

/**
 * Fails if a query reads a growing table from end to end, unless that is allowed with a reason; and
 * if what is allowed does not happen (any more), so that no reason outlives its query.
 *
 * @example
 * await assertNoScan({
 *   path: file.path,
 *   run: (db) => flows.readFlows(db, input),
 *   allow: { flow_run: 'no index serves tags' },
 * })
 */
export async function assertNoScan(query: {
  path: string
  run: (db: Reading) => Promise<unknown>
  allow?: AllowedScans
}): Promise<void> {
  const { path, run, allow = {} } = query
  const statements = await recordStatements(path, run)
  if (statements.length === 0) throw new Error('No statement was run')
  const seen = new Set<GrowingTable>()
  for (const statement of statements) {
    const plan = queryPlan(path, statement)
    for (const table of plan.flatMap((step) => step.scans)) {
      if (!allow[table]) throw new Error(complaint(`scans ${table}`, statement, plan))
      seen.add(table)
    }
  }
  const idle = growingTables.filter((table) => allow[table] && !seen.has(table))
  if (idle.length > 0) {
    const [statement] = statements as [RecordedStatement]
    const text = `does not scan ${idle.join(', ')}, though it may`
    throw new Error(complaint(text, statement, queryPlan(path, statement)))
  }
}

function complaint(text: string, statement: RecordedStatement, plan: readonly PlanStep[]): string {
  const steps = plan.map((step) => `  ${step.detail}`)
  return [`The query ${text}:`, statement.sql, 'Plan:', ...steps].join('\n')
}

const namedTable =
  /(?:\b(?:from|join|into|update)|,)\s+"?(\w+)"?(?:\s+(?:as\s+)?(?!from\b)"?(\w+)"?)?/gi

/** Growing tables by the names that the plan may call them; one name may stand for several. */
function aliasesIn(statement: string): Map<string, GrowingTable[]> {
  const aliases = new Map<string, GrowingTable[]>()
  for (const [, name = '', alias = name] of statement.matchAll(namedTable)) {
    const table = growingTables.find((growing) => growing === name.toLowerCase())
    if (!table) continue
    for (const called of new Set([table, alias]))
      aliases.set(called, [...(aliases.get(called) ?? []), table])
  }
  return aliases
}

/** A scan of an index is as long as one of its table, and an automatic index is made by one. */
const scanStep = /^(?:SCAN (\w+)|SEARCH (\w+) USING AUTOMATIC )/

function scansIn(detail: string, aliases: Map<string, GrowingTable[]>): GrowingTable[] {
  const [, plainly, indexed] = scanStep.exec(detail) ?? []
  const scanned = plainly ?? indexed
  return (scanned && aliases.get(scanned)) || []
}
