import type { CaseResult } from './bench-case.ts'
import { longestTrial } from './trial.ts'
import type { HostResult } from './host-bench.ts'
import type { StartResult } from './start-bench.ts'

/** Everything that was measured, as it is written to the JSON file. */
export interface Report {
  /** When, as an ISO time. */
  readonly at: string
  readonly node: string
  readonly database: string
  readonly cases: readonly CaseResult[]
  /** Absent where the built host was not there, or not asked. */
  readonly host?: readonly HostResult[]
  /** From process start to first rows; as above. */
  readonly starts?: readonly StartResult[]
}

function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–'
  return value < 0.1 ? value.toFixed(4) : value < 10 ? value.toFixed(2) : value.toFixed(0)
}

function factor(value: number | undefined): string {
  if (value === undefined) return '–'
  return value < 0.1 ? value.toFixed(4) : value.toFixed(2)
}

/** The cases as an aligned table; times in milliseconds. */
export function caseTable(cases: readonly CaseResult[]): string {
  const rows = cases.map((result) => [
    result.operation.replace(/^concurrencyLimits\./, 'limits.'),
    result.question,
    milliseconds(result.model.p50),
    milliseconds(result.model.p95),
    milliseconds(result.best.p50),
    result.best.name,
    factor(result.ratio),
    result.prefect ? milliseconds(result.prefect.p50) : result.endless ? `> ${longestTrial}` : '–',
    factor(result.prefectRatio),
  ])
  const titles = ['operation', 'question', 'p50', 'p95', 'best', 'by', '× best', 'Prefect', '× it']
  return table(titles, rows)
}

/** What the way through the browser host adds, as an aligned table; times in milliseconds. */
export function hostTable(results: readonly HostResult[]): string {
  const rows = results.map(({ question, host, model, added }) => [
    question,
    milliseconds(host.p50),
    milliseconds(host.p95),
    milliseconds(model.p50),
    milliseconds(added),
  ])
  return table(['through the host', 'p50', 'p95', 'in process', 'added'], rows)
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const isNumber = /^[\d.–]+$/.test(rows[0]?.[column] ?? '')
        const width = widths[column] ?? 0
        return isNumber ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
  return [line(titles), ...rows.map(line)].join('\n')
}
