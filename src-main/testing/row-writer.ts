import type { Statement } from 'better-sqlite3'
import type { Rows, TableName, Writable } from './rows.ts'
import { later, storedTime, storedValue } from './stored-forms.ts'

/** The first group of an id tells its table, the last one its number. */
const firstGroups: Record<TableName, string> = {
  flow: 'f1000000',
  flow_run: 'f2000000',
  flow_run_state: 'f3000000',
  task_run: 'a2000000',
  task_run_state: 'a3000000',
  deployment: 'd1000000',
  deployment_schedule: 'd2000000',
  work_pool: 'b1000000',
  work_queue: 'b2000000',
  concurrency_limit: 'c1000000',
  concurrency_limit_v2: 'c2000000',
  events: 'e1000000',
  event_resources: 'e2000000',
  log: '10000000',
  artifact: '20000000',
}

const firstMoment = Date.UTC(2026, 10, 1)

/** The id that a builder gives the `number`th row (from 1) it adds to a table. */
export function testId(table: TableName, number: number): string {
  return `${firstGroups[table]}-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** Writes rows and remembers how many: ids and times follow from the order of the calls alone. */
export class RowWriter {
  readonly #prepare: (statement: string) => Statement
  readonly #counts = new Map<TableName, number>()
  #moments = 0

  /** @param prepare - prepares a statement on the open handle, or gives the one it kept. */
  constructor(prepare: (statement: string) => Statement) {
    this.#prepare = prepare
  }

  /** How many rows of the table a builder has added, this one included. */
  count(table: TableName): number {
    const count = (this.#counts.get(table) ?? 0) + 1
    this.#counts.set(table, count)
    return count
  }

  /** `id`, `created` and `updated` of the `number`th row; each row is a minute after the last. */
  recorded(table: TableName, number: number): { id: string; created: string; updated: string } {
    this.#moments += 1
    const created = storedTime(firstMoment + this.#moments * 60_000, 138)
    return { id: testId(table, number), created, updated: later(created, 0).slice(0, 23) + '164' }
  }

  /** Inserts a row as it stands: any table, any columns, any values. */
  insert(table: string, row: Readonly<Record<string, unknown>>): void {
    const columns = Object.keys(row).map((column) => `"${column}"`)
    const places = columns.map(() => '?')
    this.run(
      `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    )
  }

  /** Runs one statement. */
  run(statement: string, parameters: readonly unknown[] = []): void {
    this.#prepare(statement).run(...parameters.map(storedValue))
  }

  /** Inserts a complete row and answers it as it was stored. */
  put<T extends TableName>(table: T, row: Writable<T>): Rows[T] {
    const entries = Object.entries(row).map(([column, value]) => [column, storedValue(value)])
    const stored = Object.fromEntries(entries) as Record<string, unknown>
    this.insert(table, stored)
    return stored as unknown as Rows[T]
  }
}

/** What the test said over what the builder adds; an `undefined` says nothing. */
export function completed<Row extends object>(defaults: Row, given: Partial<Row>): Row {
  const said = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...defaults, ...Object.fromEntries(said) }
}
